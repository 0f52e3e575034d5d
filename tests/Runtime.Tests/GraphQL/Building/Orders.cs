using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>What is ordered.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pieces">How many.</param>
/// <param name="Note">What else to know.</param>
public sealed record OrderLine(string Name, int Pieces = 1, Optional<string?> Note = default);

public sealed class Address
{
    public required string Street { get; init; }

    public string City { get; set; } = "Berlin";

    public AssignmentState? State { get; set; }
}

[OneOf]
public sealed record OrderKey(int? Number, string? Name);

[QueryType]
public static partial class OrderQueries
{
    public static string GetLines(IReadOnlyList<OrderLine> lines) => string.Join("; ", lines.Select(line => $"{line.Pieces} {line.Name} {Told(line.Note)}"));

    public static string GetAddress(Address address) => $"{address.Street}, {address.City}, {address.State}";

    public static string GetKey(OrderKey by) => by.Number is { } number ? $"#{number}" : by.Name!;

    public static string GetChange(Optional<string?> name, Optional<int[]?> days) => $"{Told(name)} {(days.HasValue ? string.Join('+', days.Value ?? []) : "none")}";

    public static string GetIds([ID<Member>] Guid[] ids, HashSet<AssignmentState> states) => $"{string.Join(' ', ids)} {string.Join(' ', states)}";

    public static string GetTimes(DateTimeOffset at, DateTime utc, DateOnly on, Guid id, Uri url, long many, decimal exact, short few, float rough) =>
        FormattableString.Invariant($"{at:O} {utc:O} {on:O} {id} {url} {many} {exact} {few} {rough}");

    private static string Told(Optional<string?> given) => given.HasValue ? given.Value ?? "null" : "not given";
}
