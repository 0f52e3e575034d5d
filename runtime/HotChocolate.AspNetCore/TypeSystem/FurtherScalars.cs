using System.Globalization;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>The scalars that are defined where a schema uses them; their formats are Hot Chocolate's.</summary>
internal static class FurtherScalars
{
    public static ScalarType DateTime { get; } = new(
        "DateTime", "The `DateTime` scalar type represents an instant: date, time and offset, as RFC 3339 writes them.",
        "https://scalars.graphql.org/chillicream/date-time.html", new DateTimeForm());

    public static ScalarType LocalDate { get; } = new(
        "LocalDate", "The `LocalDate` scalar type represents a date without time and offset: `YYYY-MM-DD`.",
        "https://scalars.graphql.org/chillicream/local-date.html", new LocalDateForm());

    public static ScalarType Uuid { get; } = new(
        "UUID", "The `UUID` scalar type represents a universally unique identifier, as RFC 9562 writes it.",
        "https://scalars.graphql.org/chillicream/uuid.html", new UuidForm());

    public static ScalarType Url { get; } = new(
        "URL", "The `URL` scalar type represents an address, as RFC 3986 writes it.",
        "https://scalars.graphql.org/chillicream/url.html", new UrlForm());

    public static ScalarType Long { get; } = new(
        "Long", "The `Long` scalar type represents a whole number between -2^63 and 2^63 - 1.",
        "https://scalars.graphql.org/chillicream/long.html", new LongForm());

    public static ScalarType Decimal { get; } = new(
        "Decimal", "The `Decimal` scalar type represents a decimal number of up to 28 digits.",
        "https://scalars.graphql.org/chillicream/decimal.html", new DecimalForm());

    private static string TextOf(string scalar, ValueNode literal) =>
        literal is StringNode text ? text.Value : throw new CoercionError($"{scalar} cannot represent the value {ValuePrinter.Print(literal)}: write it as a string.");

    private static string TextOf(string scalar, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new CoercionError($"{scalar} cannot represent a JSON {value.ValueKind}: write it as a string.");

    private static CoercionError Not(string scalar, string text, string form) =>
        new($"{scalar} cannot represent \"{(text.Length <= 100 ? text : text[..100] + "…")}\": write it as {form}.");

    private static CoercionError Not(string scalar, object value) => new($"{scalar} cannot represent a {value.GetType().Name}.");

    /// <summary>A scalar that is written as a string.</summary>
    private abstract class TextForm(string name, string form) : IScalarForm
    {
        public object FromLiteral(ValueNode literal) => FromText(TextOf(name, literal));

        public object FromJson(JsonElement value) => FromText(TextOf(name, value));

        public abstract void Write(JsonBuffer json, object value);

        protected abstract object? Parse(string text);

        private object FromText(string text) => Parse(text) ?? throw Not(name, text, form);
    }

    private sealed class DateTimeForm() : TextForm("DateTime", "2026-01-31T08:30:00Z"), IScalarForm<DateTimeOffset>, IScalarForm<System.DateTime>
    {
        private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        private const string WithOffset = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

        public override void Write(JsonBuffer json, object value)
        {
            switch (value)
            {
                case DateTimeOffset instant:
                    Write(json, instant);
                    break;
                case System.DateTime instant:
                    Write(json, instant);
                    break;
                default:
                    throw Not("DateTime", value);
            }
        }

        public void Write(JsonBuffer json, DateTimeOffset value) => json.Text(value, value.Offset == TimeSpan.Zero ? Utc : WithOffset);

        public void Write(JsonBuffer json, System.DateTime value) =>
            Write(json, new DateTimeOffset(value.Kind == DateTimeKind.Unspecified ? System.DateTime.SpecifyKind(value, DateTimeKind.Utc) : value));

        protected override object? Parse(string text)
        {
            if (text.Length < 20 || text[10] is not ('T' or 't') || !HasOffset(text))
                return null;
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
        }

        private static bool HasOffset(string text) => text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':');
    }

    private sealed class LocalDateForm() : TextForm("LocalDate", "2026-01-31"), IScalarForm<DateOnly>
    {
        public override void Write(JsonBuffer json, object value) => Write(json, value is DateOnly date ? date : throw Not("LocalDate", value));

        public void Write(JsonBuffer json, DateOnly value) => json.Text(value, "yyyy-MM-dd");

        protected override object? Parse(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private sealed class UuidForm() : TextForm("UUID", "0193e2a0-7c1b-7f00-8000-0123456789ab"), IScalarForm<Guid>
    {
        public override void Write(JsonBuffer json, object value) => Write(json, value is Guid id ? id : throw Not("UUID", value));

        public void Write(JsonBuffer json, Guid value) => json.Text(value);

        protected override object? Parse(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;
    }

    private sealed class UrlForm() : TextForm("URL", "https://example.org/path"), IScalarForm<Uri>
    {
        public override void Write(JsonBuffer json, object value) => Write(json, value as Uri ?? throw Not("URL", value));

        public void Write(JsonBuffer json, Uri value) => json.String(value.IsAbsoluteUri ? value.AbsoluteUri : value.ToString());

        protected override object? Parse(string text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null;
    }

    private sealed class LongForm : IScalarForm<long>
    {
        public object FromLiteral(ValueNode literal) =>
            literal is IntNode one && long.TryParse(one.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CoercionError($"Long cannot represent the value {ValuePrinter.Print(literal)}: write a whole number of up to 64 bits.");

        public object FromJson(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new CoercionError($"Long cannot represent a JSON {value.ValueKind} like this: write a whole number of up to 64 bits.");

        public void Write(JsonBuffer json, long value) => json.Number(value);

        public void Write(JsonBuffer json, object value) =>
            json.Number(value is long or int or uint or short or ushort or byte ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : throw Not("Long", value));
    }

    private sealed class DecimalForm : IScalarForm<decimal>
    {
        public object FromLiteral(ValueNode literal)
        {
            var written = literal switch { IntNode one => one.Value, FloatNode one => one.Value, _ => "" };
            return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CoercionError($"Decimal cannot represent the value {ValuePrinter.Print(literal)}: write a number of up to 28 digits.");
        }

        public object FromJson(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : throw new CoercionError($"Decimal cannot represent a JSON {value.ValueKind} like this: write a number of up to 28 digits.");

        public void Write(JsonBuffer json, decimal value) => json.Number(value);

        public void Write(JsonBuffer json, object value) =>
            json.Number(value is decimal or int or long or double or float ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : throw Not("Decimal", value));
    }
}
