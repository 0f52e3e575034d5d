using System.Globalization;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>The scalars that every schema may use without defining them (specification, section 3.5).</summary>
internal static class SpecifiedScalars
{
    public static ScalarType Int { get; } = new(
        "Int", "The `Int` scalar type represents a whole number between -2^31 and 2^31 - 1.", null, new IntForm());

    public static ScalarType Float { get; } = new(
        "Float", "The `Float` scalar type represents a double-precision number as IEEE 754 has it.", null, new FloatForm());

    public static ScalarType String { get; } = new(
        "String", "The `String` scalar type represents text: any sequence of Unicode characters.", null, new StringForm());

    public static ScalarType Boolean { get; } = new(
        "Boolean", "The `Boolean` scalar type represents `true` or `false`.", null, new BooleanForm());

    public static ScalarType Id { get; } = new(
        "ID", "The `ID` scalar type represents what identifies an object: it is written as a string and not meant to be read by people.", null, new IdForm());

    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, Id];

    public static bool IsOne(NamedType type) => type is ScalarType && All.Any(scalar => scalar.Name == type.Name);

    private static CoercionError Not(string scalar, string found) => new($"{scalar} cannot represent {found}.");

    private static CoercionError Not(string scalar, JsonElement value) => Not(scalar, $"the value {Shortened(value.GetRawText())}");

    private static CoercionError Not(string scalar, ValueNode literal) => Not(scalar, $"the value {Shortened(ValuePrinter.Print(literal))}");

    private static CoercionError Not(string scalar, object value) => Not(scalar, $"a {value.GetType().Name}");

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 100)}…";

    private sealed class IntForm : IScalarForm<int>
    {
        public object FromLiteral(ValueNode literal) =>
            literal is IntNode one && int.TryParse(one.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Not("Int", literal);

        public object FromJson(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Number)
                throw Not("Int", value);
            if (value.TryGetInt32(out var whole))
                return whole;
            // 1.0 and 1e3 are whole numbers in JSON, which knows no other kind.
            var number = value.GetDouble();
            return number == Math.Floor(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Not("Int", value);
        }

        public void Write(JsonBuffer json, int value) => json.Number(value);

        public void Write(JsonBuffer json, object value)
        {
            switch (value)
            {
                case int number:
                    json.Number(number);
                    break;
                case long number and >= int.MinValue and <= int.MaxValue:
                    json.Number(number);
                    break;
                case uint number and <= int.MaxValue:
                    json.Number(number);
                    break;
                case short or ushort or byte or sbyte:
                    json.Number(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                    break;
                case long or uint:
                    throw Not("Int", $"the number {value}: it has more than 32 bits");
                default:
                    throw Not("Int", value);
            }
        }
    }

    private sealed class FloatForm : IScalarForm<double>
    {
        public object FromLiteral(ValueNode literal) => literal switch
        {
            IntNode one => Parsed(one.Value),
            FloatNode one => Parsed(one.Value),
            _ => throw Not("Float", literal),
        };

        public object FromJson(JsonElement value) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Not("Float", value);

        public void Write(JsonBuffer json, double value)
        {
            if (!double.IsFinite(value))
                throw Not("Float", "a number that is not finite");
            json.Number(value);
        }

        public void Write(JsonBuffer json, object value)
        {
            switch (value)
            {
                case double number when double.IsFinite(number):
                    json.Number(number);
                    break;
                case float number when float.IsFinite(number):
                    json.Number(number);
                    break;
                case decimal number:
                    json.Number(number);
                    break;
                case int or long or short or byte or uint or ushort or sbyte:
                    json.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                    break;
                case double or float:
                    throw Not("Float", "a number that is not finite");
                default:
                    throw Not("Float", value);
            }
        }

        private static object Parsed(string written) => double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private sealed class StringForm : IScalarForm<string>
    {
        public object FromLiteral(ValueNode literal) => literal is StringNode one ? one.Value : throw Not("String", literal);

        public object FromJson(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Not("String", value);

        public void Write(JsonBuffer json, string value) => json.String(value);

        public void Write(JsonBuffer json, object value) => json.String(value as string ?? throw Not("String", value));
    }

    private sealed class BooleanForm : IScalarForm<bool>
    {
        public object FromLiteral(ValueNode literal) => literal is BooleanNode one ? one.Value : throw Not("Boolean", literal);

        public object FromJson(JsonElement value) =>
            value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Not("Boolean", value);

        public void Write(JsonBuffer json, bool value) => json.Boolean(value);

        public void Write(JsonBuffer json, object value) => json.Boolean(value is bool one ? one : throw Not("Boolean", value));
    }

    private sealed class IdForm : IScalarForm<string>, IScalarForm<Guid>, IScalarForm<int>, IScalarForm<long>
    {
        public object FromLiteral(ValueNode literal) => literal switch
        {
            StringNode one => one.Value,
            IntNode one => one.Value,
            _ => throw Not("ID", literal),
        };

        public object FromJson(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw Not("ID", value),
        };

        public void Write(JsonBuffer json, string value) => json.String(value);

        public void Write(JsonBuffer json, Guid value) => json.Text(value);

        public void Write(JsonBuffer json, int value) => json.Text(value);

        public void Write(JsonBuffer json, long value) => json.Text(value);

        public void Write(JsonBuffer json, object value)
        {
            switch (value)
            {
                case string text:
                    json.String(text);
                    break;
                case Guid id:
                    json.Text(id);
                    break;
                case int or long or short or byte or uint:
                    json.Text(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw Not("ID", value);
            }
        }
    }
}
