using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;

namespace Training.Runtime.Tests.GraphQL.Transport;

[QueryType]
public static partial class TransportQueries
{
    public static string GetGreeting(string? name) => $"Hello {name ?? "world"}";

    public static string? GetTrouble() => throw new InvalidOperationException("A secret of the server.");

    public static string GetLetters(int count) => new('x', count);

    public static async Task<string> GetSomedayAsync(Presence presence, CancellationToken cancelled)
    {
        using var _ = presence.Enter();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
        return "never";
    }
}

[MutationType]
public static partial class TransportMutations
{
    public static int Raise(Presence presence, int by) => presence.Raise(by);
}

[SubscriptionType]
public static partial class TransportSubscriptions
{
    [Subscribe(With = nameof(CountAsync))]
    public static int OnCount(int to, bool? andStay, [EventMessage] int count) => count;

    [Subscribe(With = nameof(LettersAsync))]
    public static string OnLetters(int length, [EventMessage] string letters) => letters;

    public static async IAsyncEnumerable<int> CountAsync(int to, bool? andStay, Presence presence, [EnumeratorCancellation] CancellationToken cancelled)
    {
        using var _ = presence.Enter();
        for (var count = 1; count <= to; count++)
        {
            await Task.Yield();
            presence.Event();
            yield return count;
        }

        if (andStay == true)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
    }

    public static async IAsyncEnumerable<string> LettersAsync(int length, Presence presence, [EnumeratorCancellation] CancellationToken cancelled)
    {
        using var _ = presence.Enter();
        while (true)
        {
            cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
            presence.Event();
            yield return new string('x', length);
        }
    }
}

/// <summary>How many resolvers are at work, and what they did.</summary>
public sealed class Presence
{
    private int _here;
    private int _entered;
    private int _events;
    private int _sum;

    public int Here => Volatile.Read(ref _here);

    public int Entered => Volatile.Read(ref _entered);

    public int Events => Volatile.Read(ref _events);

    public int Sum => Volatile.Read(ref _sum);

    public int Raise(int by) => Interlocked.Add(ref _sum, by);

    public void Event() => Interlocked.Increment(ref _events);

    public IDisposable Enter()
    {
        Interlocked.Increment(ref _entered);
        Interlocked.Increment(ref _here);
        return new Stay(this);
    }

    private sealed class Stay(Presence presence) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref presence._here);
    }
}
