using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Training.Runtime.Tests.GraphQL.Validation;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>Bodies and messages that no client would send: no crash, no 5xx, no late answer, no growing memory.</summary>
[Collection(nameof(Alone))]
public sealed class TransportFuzzTests
{
    private const int Senders = 8;
    private const int NotText = 1007;
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(30);

    private static readonly byte[][] Seeds =
    [
        """{"query":"query A($n: String) { greeting(name: $n) } query B { __typename }","operationName":"A","variables":{"n":"a\u00e9\ud83d\ude00"}}"""u8.ToArray(),
        """{"query":"{ greeting(name: \"x\") ... on Query { letters(count: 3) } }","extensions":{"a":[1,2.5e3,null,true]}}"""u8.ToArray(),
        """{"id":"document","variables":{"deep":[[[[{"a":{"b":[]}}]]]]}}"""u8.ToArray(),
        """{"query":"mutation($by: Int! = 2) { raise(by: $by) }","variables":{"by":3}}"""u8.ToArray(),
        """{"query":"fragment F on Query { greeting } { ...F @include(if: true) trouble }"}"""u8.ToArray(),
        """{"query":"subscription { onCount(to: 2) }"}"""u8.ToArray(),
    ];

    private static readonly string[] Documents =
    [
        """query A($n: String = "a\u{1F600}", $count: Int! = 3, $on: Boolean = true) { g: greeting(name: $n) ...F @include(if: $on) ... @skip(if: false) { letters(count: $count) } } fragment F on Query { trouble }""",
        """ "What it is for" mutation M($by: Int! = 2) { first: raise(by: $by) second: raise(by: -1) ... on Mutation { third: raise(by: 0) } } query B { __typename }""",
        """"{ greeting(name: """  block \""" and more """) one: letters(count: 1) one: letters(count: 1) __type(name: "Query") { name fields { name args { name } } } }"""",
        """subscription($to: Int! = 2) { onCount(to: $to) } # and no more""",
        """{ greeting(name: null) letters(count: 2) ...A } fragment A on Query { trouble ...B } fragment B on Query { greeting ... on Query { greeting } }""",
    ];

    [Fact]
    public async Task Mutated_documents_and_bodies_are_answered_in_time_and_never_with_5xx()
    {
        await using var app = await TransportApp.StartAsync(environment: "Production");
        var rounds = LongRun.Count(4_000, 1_000_000);
        await SendAsync(app, rounds / 4, seed: 7);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (statuses, slowest) = await SendAsync(app, rounds, seed: 11);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(rounds, statuses.Values.Sum());
        Assert.DoesNotContain(statuses.Keys, status => (int)status >= 500);
        Assert.True(slowest < Latest, $"the slowest answer took {slowest}");
        Assert.True(after - before < 4_000_000, $"{after - before} bytes more after {rounds} bodies");
        Assert.Equal(0, app.Presence.Here);
        LongRun.Print($"mutated documents: {rounds / 2}, mutated bodies: {rounds - (rounds / 2)} ({string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{(int)one.Key}: {one.Value}"))}), slowest {slowest.TotalMilliseconds:0} ms, {(after - before) / 1024} KB more memory");
    }

    [Fact]
    public async Task Mutated_messages_end_in_an_answer_or_a_close_and_leave_nothing_behind()
    {
        await using var app = await TransportApp.StartAsync(environment: "Production");
        var rounds = LongRun.Count(500, 20_000);
        var mutation = new Mutation(13);
        var closes = new SortedDictionary<int, int>();
        for (var round = 0; round < rounds; round++)
        {
            using var socket = await app.ConnectAsync();
            await socket.InitialiseAsync();
            var payload = Encoding.UTF8.GetString(mutation.Pick(Seeds));
            var message = mutation.Of(Encoding.UTF8.GetBytes($$"""{"id":"1","type":"subscribe","payload":{{payload}}}"""));
            var code = await CloseCodeAsync(socket, message);
            closes[code] = closes.GetValueOrDefault(code) + 1;
        }

        Assert.Equal(rounds, closes.Values.Sum());
        Assert.Empty(closes.Keys.Except([NotText, 4400, 4409]));
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "nothing runs on");
        LongRun.Print($"mutated messages: {rounds} ({string.Join(", ", closes.Select(one => $"{one.Key}: {one.Value}"))})");
    }

    private static async Task<int> CloseCodeAsync(RawSocket socket, byte[] message)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text);
            await socket.SendAsync("""{"type":"no such message"}"""); // ends the connection, if the mutated one did not
            return await socket.CloseCodeAsync();
        }
        catch (WebSocketException) when (!Utf8.IsValid(message))
        {
            return NotText; // the server lets such a connection go, at times before the client has read why
        }
    }

    private static async Task<(Dictionary<HttpStatusCode, int> Statuses, TimeSpan Slowest)> SendAsync(TransportApp app, int rounds, int seed)
    {
        var statuses = new Dictionary<HttpStatusCode, int>();
        var slowest = TimeSpan.Zero;
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random((seed * Senders) + sender);
            var (mutation, damage) = (new Mutation(random.Next()), new Damage(random));
            for (var round = sender; round < rounds; round += Senders)
            {
                // Every sender has both.
                var body = (round / Senders) % 2 == 0
                    ? mutation.Of(mutation.Pick(Seeds))
                    : JsonSerializer.SerializeToUtf8Bytes(new { query = damage.To(Documents[random.Next(Documents.Length)]) });
                var begun = TimeProvider.System.GetTimestamp();
                using var response = await app.PostAsync(body, random.Next(3) == 0 ? "text/event-stream" : "application/graphql-response+json");
                await response.Content.ReadAsByteArrayAsync();
                var took = TimeProvider.System.GetElapsedTime(begun);
                lock (gate)
                {
                    statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
                    if (took > slowest)
                        slowest = took;
                }
            }
        })));
        return (statuses, slowest);
    }
}
