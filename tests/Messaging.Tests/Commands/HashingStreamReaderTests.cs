using Grpc.Core;
using Training.Reference.V1;

namespace Training.Messaging.Tests;

public sealed class HashingStreamReaderTests
{
    [Fact]
    public async Task HashAllAsync_is_the_same_however_much_was_read_when_a_rule_refused_the_rest()
    {
        var hashes = new List<string>();
        for (var read = 0; read <= 3; read++)
        {
            using var reader = Over("one", "two", "three");
            for (var i = 0; i < read; i++)
                Assert.True(await reader.MoveNext(default));
            hashes.Add(Convert.ToHexString(await reader.HashAllAsync(default)));
        }

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public async Task HashAllAsync_tells_streams_apart_by_order_number_and_where_messages_end()
    {
        string[][] streams = [["one", "two"], ["two", "one"], ["one"], ["one", "two", ""], ["onetwo"], []];
        var hashes = new List<string>();
        foreach (var texts in streams)
        {
            using var reader = Over(texts);
            hashes.Add(Convert.ToHexString(await reader.HashAllAsync(default)));
        }

        Assert.Equal(streams.Length, hashes.Distinct().Count());
    }

    private static HashingStreamReader<SuggestRequest> Over(params string[] texts) => new(new Stream(texts));

    private sealed class Stream(string[] texts) : IAsyncStreamReader<SuggestRequest>
    {
        private int _at = -1;

        public SuggestRequest Current => new() { Text = texts[_at] };

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(_at < texts.Length && ++_at < texts.Length);
    }
}
