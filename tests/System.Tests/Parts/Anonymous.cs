using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Training.System.Tests;

/// <summary>Messages as text in which ids and hashes are numbered in the order of their first appearance and instants are only "at": two systems with the same story read alike.</summary>
internal sealed partial class Anonymous
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Gives everything unnamed in it a name.</summary>
    public string Tell(IMessage message) => Tell(message, Name);

    /// <summary>Names what was named before; for lists whose order is chance.</summary>
    public string TellKnown(IMessage message) => Tell(message, value => _names.GetValueOrDefault(value, "?"));

    private string Name(string value)
    {
        if (!_names.TryGetValue(value, out var name))
            _names[value] = name = $"#{_names.Count + 1}";
        return name;
    }

    private static string Tell(IMessage message, Func<string, string> name)
    {
        var text = new StringBuilder();
        Append(text, message, name);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IMessage message, Func<string, string> name)
    {
        text.Append('{');
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (value is null || (field.HasPresence && !field.Accessor.HasValue(message)))
                continue;
            text.Append(field.Name).Append('=');
            if (value is IList list)
            {
                foreach (var item in list)
                    AppendValue(text, item!, name);
            }
            else
            {
                AppendValue(text, value, name);
            }

            text.Append(' ');
        }

        text.Append('}');
    }

    private static void AppendValue(StringBuilder text, object value, Func<string, string> name)
    {
        switch (value)
        {
            case Timestamp:
                text.Append("at");
                break;
            case IMessage inner:
                Append(text, inner, name);
                break;
            case ByteString { IsEmpty: false } hash:
                text.Append(name(hash.ToBase64()));
                break;
            case string words:
                text.Append(Id().Replace(words, id => name(id.Value)));
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }

        text.Append(',');
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
