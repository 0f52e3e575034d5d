using System.Collections;
using System.Globalization;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>Writes a C# default value as the schema does.</summary>
internal static class Literals
{
    public static ValueNode? Of(object? value, GraphType type) => value is null or DBNull ? null : Written(value, type);

    private static ValueNode Written(object value, GraphType type) => value switch
    {
        bool truth => new BooleanNode(0, truth),
        Enum one when type.Named is EnumType names => new EnumNode(0, names.Values.First(name => name.Value.Equals(one)).Name),
        string text => new StringNode(0, text, isBlock: false),
        double or float => new FloatNode(0, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        int or long or short or uint or decimal => new IntNode(0, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        IEnumerable items => new ListNode(0, [.. items.Cast<object?>().Select(item => Of(item, type) ?? new NullNode(0))]),
        _ => new StringNode(0, Convert.ToString(value, CultureInfo.InvariantCulture)!, isBlock: false),
    };
}
