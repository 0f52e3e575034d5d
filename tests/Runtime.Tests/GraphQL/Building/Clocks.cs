using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed record Tick(int Number, string Name);

[SubscriptionType]
public static partial class ClockSubscriptions
{
    /// <summary>Ticks as they come.</summary>
    [Subscribe(With = nameof(TicksAsync))]
    public static Tick Ticks(int to, [EventMessage] int number, string name = "tick") => new(number, $"{name} of {to}");

    [Subscribe(With = nameof(LaterAsync))]
    public static string Later([EventMessage] string word) => word;

    [Subscribe(With = nameof(SoonAsync))]
    public static string Soon([EventMessage] string word) => word;

    private static async IAsyncEnumerable<int> TicksAsync(int to, [EnumeratorCancellation] CancellationToken cancelled)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            cancelled.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    private static async Task<IAsyncEnumerable<string>> LaterAsync()
    {
        await Task.Yield();
        return Words();
    }

    private static ValueTask<IAsyncEnumerable<string>> SoonAsync() => new(Words());

    private static async IAsyncEnumerable<string> Words()
    {
        await Task.Yield();
        yield return "one";
        yield return "two";
    }
}
