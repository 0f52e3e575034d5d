namespace Training.Hosting;

/// <summary>
/// An id of one kind of thing, which cannot be mistaken for another. A service declares its own in one line,
/// <c>public readonly record struct CurriculumId(Guid Value) : ITypedId&lt;CurriculumId&gt; { … }</c>, and
/// <see cref="TypedId"/> gives it <c>CurriculumId.New(clock)</c> and <c>CurriculumId.Parse("curriculum_id", text)</c>.
/// </summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The id itself, a UUIDv7.</summary>
    Guid Value { get; }

    /// <summary>The typed id of a stored value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The same id, typed.</returns>
    static abstract TSelf From(Guid value);
}
