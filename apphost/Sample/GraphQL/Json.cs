using System.Text.Json;
using System.Text.Json.Serialization;

namespace Training.AppHost.Sample.GraphQL;

/// <summary>How the records of the sample are the schema's types: camel case, enum values in capitals, and nothing that was asked for may be missing.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };
}
