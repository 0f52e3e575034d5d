using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Training.Sanctions;

/// <summary>A record that is written once and read whole, kept as JSON text in one column. It is never changed in place, so that a reference tells.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new LocalDateText(), new JsonStringEnumConverter() } };

    public static void KeepAsJson<T>(this ModelConfigurationBuilder conventions) where T : class =>
        conventions.Properties<T>().HaveConversion<Converter<T>, Comparer<T>>().HaveColumnType("text");

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    private sealed class Comparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value) where T : class;

    private sealed class Converter<T>() : ValueConverter<T, string>(value => Write(value), text => Read<T>(text));

    private sealed class LocalDateText : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
