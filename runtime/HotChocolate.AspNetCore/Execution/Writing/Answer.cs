using System.Buffers;

namespace HotChocolate.Execution;

/// <summary>An answer in pooled memory: the data as it was written, the errors in front of it where there are any.</summary>
internal sealed class Answer : SingleResult
{
    private readonly JsonBuffer? _errors;
    private readonly JsonBuffer _rest;
    private ReadOnlySequence<byte> _body;

    private Answer(JsonBuffer? errors, JsonBuffer rest, ResultKind kind)
    {
        (_errors, _rest, Kind) = (errors, rest, kind);
        _body = errors is null ? new ReadOnlySequence<byte>(rest.Written) : Joined(errors.Written, rest.Written[1..]);
    }

    public override ReadOnlySequence<byte> Body => _body;

    public override ResultKind Kind { get; }

    public bool HasErrors => _errors is not null;

    /// <param name="json">The whole answer but its errors, an opening brace first.</param>
    /// <param name="errors">What went wrong, if anything.</param>
    public static Answer Executed(JsonBuffer json, IReadOnlyList<GraphQLError>? errors)
    {
        if (errors is not { Count: > 0 })
            return new Answer(null, json, ResultKind.Executed);
        var first = new JsonBuffer(errors.Count * 256);
        first.Raw((byte)'{');
        first.Errors(errors);
        first.Raw((byte)',');
        return new Answer(first, json, ResultKind.Executed);
    }

    /// <summary>Began to be executed, and could not be at all.</summary>
    public static Answer Failed(params IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer(16);
        json.Raw("{\"data\":null}"u8);
        return Executed(json, errors);
    }

    /// <summary>Only the cost was asked for.</summary>
    public static Answer Priced(Cost cost)
    {
        var json = new JsonBuffer(128);
        json.Raw((byte)'{');
        json.CostExtension(cost);
        json.Raw((byte)'}');
        return new Answer(null, json, ResultKind.Executed);
    }

    /// <summary>An answer without data.</summary>
    public static Answer Refused(ResultKind kind, params IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer(errors.Count * 256);
        json.Raw((byte)'{');
        json.Errors(errors);
        json.Raw((byte)'}');
        return new Answer(null, json, kind);
    }

    public override ValueTask DisposeAsync()
    {
        _body = ReadOnlySequence<byte>.Empty;
        _errors?.Dispose();
        _rest.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ReadOnlySequence<byte> Joined(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var last = new Part(second, first.Length, null);
        return new ReadOnlySequence<byte>(new Part(first, 0, last), 0, last, second.Length);
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        public Part(ReadOnlyMemory<byte> memory, long runningIndex, Part? next) => (Memory, RunningIndex, Next) = (memory, runningIndex, next);
    }
}
