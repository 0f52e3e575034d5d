using HotChocolate;
using HotChocolate.Types;

namespace Training.Runtime.Tests.GraphQL.Building;

/// <summary>Nobody can be hired twice.</summary>
public sealed class HiredAlreadyException(string name) : Exception($"{name} works here already: leave it.")
{
    /// <summary>Who it is.</summary>
    public string Name { get; } = name;
}

public sealed class HouseFullException() : InvalidOperationException("The house is full.");

/// <summary>What is not allowed.</summary>
public sealed class NotAllowedError
{
    private NotAllowedError(string message) => Message = message;

    public string Message { get; }

    public int Hints { get; private init; }

    public static NotAllowedError CreateErrorFrom(UnauthorizedAccessException problem) => new($"Not allowed: {problem.Message}");

    public static NotAllowedError CreateErrorFrom(NotSupportedException problem) => new("Not here.") { Hints = problem.Message.Length };
}

public sealed record Hire(string Name, int Salary);

[MutationType]
public static partial class HireMutations
{
    /// <summary>Takes somebody on.</summary>
    /// <param name="name">Who comes.</param>
    /// <param name="salary">What it costs.</param>
    [Error<HiredAlreadyException>]
    [Error(typeof(HouseFullException))]
    [Error<NotAllowedError>]
    public static async Task<Hire> HireAsync(string name, int? salary, Optional<string?> note)
    {
        await Task.Yield();
        return name switch
        {
            "Anna" => throw new HiredAlreadyException(name),
            "full" => throw new HouseFullException(),
            "denied" => throw new UnauthorizedAccessException("ask HR"),
            "unsupported" => throw new NotSupportedException("12345"),
            "several" => throw new AggregateException(new HouseFullException(), new HiredAlreadyException("Ben")),
            "bug" => throw new InvalidOperationException("a secret"),
            "told" => throw new GraphQLException(ErrorBuilder.New().SetMessage("Come back later.").SetCode("LATER").Build()),
            _ => new Hire(name + (note.HasValue ? "!" : ""), salary ?? 0),
        };
    }

    public static int Count() => 3;

    [UseMutationConvention(InputTypeName = "FireWhom", PayloadTypeName = "Fired", PayloadFieldName = "who")]
    public static string Fire(string name) => name;

    [UseMutationConvention(Disable = true)]
    public static bool Plain(bool value) => value;

    public static string Move(MoveInput input) => input.To;
}

public sealed record MoveInput(string To);

[QueryType]
public static partial class NothingQueries
{
    public static bool Alive => true;
}
