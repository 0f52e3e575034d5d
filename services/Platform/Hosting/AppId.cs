using System.Text.RegularExpressions;

namespace Training.Hosting;

/// <summary>Which service this is: the name in telemetry, the source of its events, its id at the sidecar.</summary>
public sealed partial record AppId
{
    /// <summary>Names an app.</summary>
    /// <param name="value">Lower-case words joined by hyphens, such as <c>curricula</c>.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public AppId(string value) => Value = Shape().IsMatch(value)
        ? value
        : throw new ArgumentException($"'{value}' cannot name an app: use lower-case words joined by hyphens, such as 'curricula'.", nameof(value));

    /// <summary>The name itself.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
