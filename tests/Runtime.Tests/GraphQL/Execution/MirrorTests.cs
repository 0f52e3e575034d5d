using System.Globalization;
using System.Text.Json;
using HotChocolate.Execution;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <summary>The reference implementation executes the same operations over the same data.</summary>
public sealed class MirrorTests
{
    [SkippableTheory]
    [InlineData(1, ResolverStyle.Members)]
    [InlineData(2, ResolverStyle.Methods)]
    [InlineData(3, ResolverStyle.Tasks)]
    [InlineData(4, ResolverStyle.Mixed)]
    public async Task Answers_are_the_reference_implementations_in_data_order_error_paths_and_places(int seed, ResolverStyle style)
    {
        NodePeer.SkipIfMissing();
        var random = new Random(seed);
        var data = new MirrorData(MirrorSchema.Bare(), random);
        var generator = new MirrorOperations(MirrorSchema.Bare(), random);
        var operations = Enumerable.Range(0, LongRun.Count(600, 20_000)).Select(_ => generator.Next()).ToList();
        var options = new ExecutionOptions { ErrorsOf = problem => problem is MirrorError ? [new GraphQLError(problem.Message)] : null };
        options.Cost.Enforce = false;
        var executor = Asked.Executor(MirrorSchema.Over(data, style), options);
        var (executed, failing) = (0, 0);
        var expected = await ReferenceAsync(data, operations);
        for (var i = 0; i < operations.Count; i++)
        {
            if (expected[i].TryGetProperty("invalid", out _))
                continue;
            executed++;
            var text = await executor.AskAsync(operations[i].Query, operations[i].Variables, Asked.Context(new MirrorSteps()));
            using var answer = JsonDocument.Parse(text);
            var (met, wanted) = (Told(answer.RootElement), Told(expected[i]));
            failing += wanted.Contains("\nerror", StringComparison.Ordinal) ? 1 : 0;
            if (wanted != met)
                Assert.Fail($"{operations[i].Query}\n{operations[i].Variables}\nexpected {wanted}\nmet {met}\n{text}");
        }

        LongRun.Print($"GraphQL mirror ({style}): {executed} operations executed alike, {failing} of them with errors");
        Assert.InRange(executed, operations.Count / 2, operations.Count);
        Assert.InRange(failing, executed / 10, executed);
    }

    private static async Task<IReadOnlyList<JsonElement>> ReferenceAsync(MirrorData data, IReadOnlyList<MirrorOperation> operations)
    {
        using var folder = new TemporaryFolder();
        var (input, output) = (Path.Combine(folder.Path, "in.json"), Path.Combine(folder.Path, "out.json"));
        var asked = operations.Select(one => new { query = one.Query, variables = JsonSerializer.Deserialize<JsonElement>(one.Variables) });
        await File.WriteAllBytesAsync(input, JsonSerializer.SerializeToUtf8Bytes(new { sdl = MirrorSchema.Sdl, objects = data.Json, operations = asked }));
        var run = await NodePeer.RunAsync("graphql/execute.mjs", [input, output], TimeSpan.FromMinutes(10));
        Assert.True(run.ExitCode == 0, run.ToString());
        using var results = JsonDocument.Parse(await File.ReadAllBytesAsync(output));
        return [.. results.RootElement.Clone().EnumerateArray()];
    }

    // The data in the order of its keys, then where each error is; what the errors say is each implementation's own.
    private static string Told(JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data))
            return "refused";
        var errors = answer.TryGetProperty("errors", out var told)
            ? told.EnumerateArray().Select(error => $"\nerror {error.GetProperty("path").GetRawText()} {Places(error)}")
            : [];
        return Plain(data) + string.Concat(errors);
    }

    private static string Places(JsonElement error) => string.Join(
        ' ', error.GetProperty("locations").EnumerateArray().Select(place => $"{place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}"));

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(one => $"{one.Name}:{Plain(one.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Plain))}]",
        JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };
}
