namespace Training.Hosting;

/// <summary>An id of one kind of thing. A service declares its own in one line:
/// <c>public readonly record struct CurriculumId(Guid Value) : ITypedId&lt;CurriculumId&gt; { … }</c>.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The id itself, a UUIDv7.</summary>
    Guid Value { get; }

    /// <summary>The typed id of a stored value.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf From(Guid value);
}

/// <summary>The text of a typed id cannot be read.</summary>
public sealed class IdNotReadable(string field, string text)
    : DomainError(ErrorKind.Invalid, $"{field} is not an id: '{(text.Length > 60 ? text[..60] + "…" : text)}'. Give the UUID exactly as it was handed out.");

/// <summary>Makes and reads typed ids.</summary>
public static class TypedId
{
    /// <summary>A new id, ordered by time.</summary>
    /// <param name="clock">Where the time comes from.</param>
    public static TId New<TId>(TimeProvider clock) where TId : struct, ITypedId<TId> => TId.From(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Reads an id from a request.</summary>
    /// <param name="field">The request's field, as the caller knows it.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="IdNotReadable">It is not a UUID.</exception>
    public static TId Parse<TId>(string field, string text) where TId : struct, ITypedId<TId> =>
        Guid.TryParseExact(text, "D", out var value) ? TId.From(value) : throw new IdNotReadable(field, text);
}
