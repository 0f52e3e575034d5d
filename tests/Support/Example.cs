using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Training.Tests.Support;

/// <summary>
/// A committed example of the gateway: a document, and beside it who asks which of its operations with which variables, and what they are answered on the sample
/// hospital.
/// </summary>
public sealed class Example
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _name;
    private readonly string _answers;
    private readonly JsonObject _file;

    private Example(string name)
    {
        _name = name;
        _answers = Path.Combine(Folder, name + ".json");
        Document = File.ReadAllText(Path.Combine(Folder, name + ".graphql"));
        _file = JsonNode.Parse(File.ReadAllText(_answers))!.AsObject();
    }

    public static string Folder => RepositoryRoot.At("gateway", "examples");

    public static IReadOnlyList<string> Names => [.. Directory.GetFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public string Document { get; }

    public IReadOnlyList<ExampleStep> Steps => [.. _file["steps"]!.AsArray().Select(step => new ExampleStep(step!.AsObject()))];

    public static Example Read(string name) => new(name);

    /// <summary>Asks everything in its order; each answer must be the committed one, but for what differs from one playing of the story to the next.</summary>
    /// <param name="ask">Asks a step's operation with these variables, and gives the whole answer.</param>
    /// <param name="shouldWrite">Whether the answers are committed now instead.</param>
    public async Task PlayAsync(Func<ExampleStep, JsonNode?, Task<JsonNode>> ask, bool shouldWrite = false)
    {
        var answered = new Dictionary<string, JsonNode>();
        foreach (var step in Steps)
        {
            var answer = await ask(step, step.Variables(answered, TimeProvider.System.GetUtcNow()));
            answered[step.Operation] = answer["data"] ?? throw new InvalidOperationException($"{_name}, {step.Operation}: {answer}");
            var told = Timeless.Of(answer, step.Varies);
            if (shouldWrite)
                step.Answer = told;
            else
                Assert.True(JsonNode.DeepEquals(step.Answer, told), $"{_name}, {step.Operation}, as {step.Role}: expected\n{step.Answer}\nand was answered\n{answer}");
        }

        if (shouldWrite)
            await File.WriteAllTextAsync(_answers, _file.ToJsonString(Readable) + "\n");
    }
}

/// <summary>One operation of an example.</summary>
public sealed class ExampleStep(JsonObject step)
{
    public string Operation => (string)step["operation"]!;

    /// <summary>The role.</summary>
    public string Role => ((string)step["as"]!).Split(' ')[0];

    /// <summary>Whose, by employee number; null for a machine.</summary>
    public string? EmployeeNumber => ((string)step["as"]!).Split(' ') is [_, var number] ? number : null;

    /// <summary>For a subscription: the event after which the client has seen enough.</summary>
    public JsonNode? Until => step["until"];

    /// <summary>Whether this is that event.</summary>
    public bool IsEnough(JsonNode answer) => Includes(answer["data"], Until);

    /// <summary>Fields in which chance decides: whose ids come first.</summary>
    public IReadOnlyList<string> Varies => [.. (step["varies"]?.AsArray() ?? []).Select(name => (string)name!)];

    public JsonNode? Answer
    {
        get => step["answer"];
        set => step["answer"] = value;
    }

    /// <summary>The variables; <c>$Operation.path</c> stands for what an earlier operation was answered, <c>$date+n</c> for n days from today, <c>$now</c> for this instant.</summary>
    public JsonNode? Variables(IReadOnlyDictionary<string, JsonNode> answered, DateTimeOffset now) => Resolve(step["variables"], answered, now);

    private static bool Includes(JsonNode? whole, JsonNode? part) => part is JsonObject fields
        ? whole is JsonObject && fields.All(field => Includes(whole[field.Key], field.Value))
        : JsonNode.DeepEquals(whole, part);

    private static JsonNode? Resolve(JsonNode? node, IReadOnlyDictionary<string, JsonNode> answered, DateTimeOffset now)
    {
        switch (node)
        {
            case JsonObject fields:
                return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Resolve(field.Value, answered, now))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Resolve(item, answered, now))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && ((string)value!).StartsWith('$'):
                var reference = ((string)value!)[1..];
                if (reference == "now")
                    return now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                if (reference.StartsWith("date+", StringComparison.Ordinal))
                    return now.AddDays(int.Parse(reference[5..], CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var path = reference.Split('.');
                return path.Skip(1).Aggregate(
                    answered[path[0]], (at, name) => (at is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : at[name])
                        ?? throw new InvalidOperationException($"{reference} is not in the answer {answered[path[0]]}")).DeepClone();
            default:
                return node?.DeepClone();
        }
    }
}
