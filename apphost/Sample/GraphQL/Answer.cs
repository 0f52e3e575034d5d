using System.Text.Json;

namespace Training.AppHost.Sample.GraphQL;

/// <summary>What the gateway answered to an operation: what was asked for, or why not.</summary>
internal static class Answer
{
    /// <summary>The one field that was asked for, or all of them where they are several.</summary>
    /// <exception cref="Refused">A part of it was refused.</exception>
    /// <exception cref="StoryStopped">It is not there.</exception>
    public static T Read<T>(Operation operation, JsonElement answer) where T : class => Value<T>(operation, Asked(operation, answer));

    /// <summary>What a mutation made: the other field beside its errors.</summary>
    /// <exception cref="Refused">It changed nothing.</exception>
    public static T ReadMutation<T>(Operation operation, JsonElement answer) where T : class
    {
        var payload = Asked(operation, answer);
        if (payload.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            throw Refused.OfMutation(operation, errors[0]);
        return Value<T>(operation, payload.EnumerateObject().Single(field => field.Name != "errors").Value);
    }

    private static JsonElement Asked(Operation operation, JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
            throw Refused.Of(operation, errors[0]);
        var data = answer.GetProperty("data");
        return data.EnumerateObject().ToList() is [var only] ? only.Value : data;
    }

    private static T Value<T>(Operation operation, JsonElement value) where T : class =>
        value.Deserialize<T>(Json.Options) ?? throw new StoryStopped($"{operation}: it is not there.");
}
