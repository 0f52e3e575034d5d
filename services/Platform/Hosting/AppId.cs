namespace Training.Hosting;

/// <summary>Which service this is: the name in telemetry, the source of its events, its id at the sidecar.</summary>
/// <param name="Value">Lower-case words joined by hyphens, such as <c>curricula</c>.</param>
public sealed record AppId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
