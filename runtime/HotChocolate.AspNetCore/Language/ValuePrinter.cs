using System.Globalization;
using System.Text;

namespace HotChocolate.Language;

/// <summary>Writes values as a document has them (specification, section 2.9).</summary>
internal static class ValuePrinter
{
    public static string Print(ValueNode value)
    {
        var text = new StringBuilder();
        Print(text, value);
        return text.ToString();
    }

    public static void Print(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode one:
                text.Append('$').Append(one.Name.Value);
                break;
            case IntNode one:
                text.Append(one.Value);
                break;
            case FloatNode one:
                text.Append(one.Value);
                break;
            case EnumNode one:
                text.Append(one.Value);
                break;
            case BooleanNode one:
                text.Append(one.Value ? "true" : "false");
                break;
            case NullNode:
                text.Append("null");
                break;
            case StringNode { IsBlock: true } one:
                BlockString.Print(text, one.Value);
                break;
            case StringNode one:
                PrintString(text, one.Value);
                break;
            case ListNode one:
                PrintList(text, one);
                break;
            case ObjectNode one:
                PrintObject(text, one);
                break;
            default:
                throw new InvalidOperationException($"A value is not written as {value.GetType().Name}.");
        }
    }

    public static void PrintString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private static void PrintList(StringBuilder text, ListNode list)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Print(text, list.Items[i]);
        }

        text.Append(']');
    }

    private static void PrintObject(StringBuilder text, ObjectNode value)
    {
        text.Append('{');
        for (var i = 0; i < value.Fields.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            text.Append(value.Fields[i].Name.Value).Append(": ");
            Print(text, value.Fields[i].Value);
        }

        text.Append('}');
    }
}
