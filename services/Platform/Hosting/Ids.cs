namespace Training.Hosting;

/// <summary>The organisation (tenant) that a row, an event or a token belongs to. UUIDv7.</summary>
/// <param name="Value">The id itself.</param>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    /// <summary>The installation itself: what belongs to no organisation, and the operators who look after it.</summary>
    public static OrganisationId Installation => new(Guid.Empty);

    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The human being behind a token, whatever accounts they have: separation of duties is decided on it. UUIDv7.</summary>
/// <param name="Value">The id itself.</param>
public readonly record struct MemberId(Guid Value) : ITypedId<MemberId>
{
    /// <inheritdoc/>
    public static MemberId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
