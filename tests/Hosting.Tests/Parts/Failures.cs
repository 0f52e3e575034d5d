using System.Data.Common;

namespace Training.Hosting.Tests;

/// <summary>An error of each kind, as a service would declare them, and a bug.</summary>
internal static class Failures
{
    public const string Secret = "connection string with a password";

    public static Exception Named(string name) => name switch
    {
        "bug" => new InvalidOperationException(Secret),
        "timeout" => new TaskCanceledException(Secret),
        "away" => new InvalidOperationException(Secret, new Away(transient: true, sqlState: null)),
        "shutting down" => new Away(transient: false, sqlState: "57P01"),
        "broken query" => new Away(transient: false, sqlState: "42601"),
        "field" => new DoorUnlucky("knock"),
        _ => new DoorError(Enum.Parse<ErrorKind>(name)),
    };

    internal sealed class DoorError(ErrorKind kind) : DomainError(kind, $"The door says {kind}: 100% sure. Knock elsewhere.");

    internal sealed class Away(bool transient, string? sqlState) : DbException(Secret)
    {
        public override bool IsTransient => transient;

        public override string? SqlState => sqlState;
    }

    internal sealed class DoorUnlucky(string field) : DomainError(ErrorKind.Invalid, "The door dislikes your knock. Knock twice.", field);
}
