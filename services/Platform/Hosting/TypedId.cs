namespace Training.Hosting;

/// <summary>Makes and reads typed ids.</summary>
public static class TypedId
{
    private const int Length = 36;

    extension<TId>(TId)
        where TId : struct, ITypedId<TId>
    {
        /// <summary>A new id, ordered by time.</summary>
        /// <param name="clock">Where the time comes from.</param>
        /// <returns>A UUIDv7.</returns>
        public static TId New(TimeProvider clock) => TId.From(Guid.CreateVersion7(clock.GetUtcNow()));

        /// <summary>Reads an id from a request.</summary>
        /// <param name="field">The request's field, as the contract names it.</param>
        /// <param name="text">Its text: 36 characters, in either case.</param>
        /// <returns>The id.</returns>
        /// <exception cref="IdNotReadable">It is not an id.</exception>
        public static TId Parse(string field, string text) =>
            IsId(text, out var value) ? TId.From(value) : throw new IdNotReadable(field);
    }

    // The framework forgives white space around it; a key that has two spellings is no key.
    internal static bool IsId(string text, out Guid value)
    {
        value = default;
        return text.Length == Length && Guid.TryParseExact(text, "D", out value);
    }
}
