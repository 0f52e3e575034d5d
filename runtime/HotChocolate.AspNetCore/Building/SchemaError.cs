using System.Reflection;

namespace HotChocolate.Building;

/// <summary>The annotated classes do not make a schema; thrown when the application starts.</summary>
/// <param name="message">What is wrong, where, and what to write instead.</param>
internal sealed class SchemaError(string message) : InvalidOperationException(message)
{
    public static string Place(MemberInfo member) => member is Type type ? type.ToString() : $"{member.DeclaringType}.{member.Name}";

    public static string Place(ParameterInfo parameter) => $"parameter '{parameter.Name}' of {Place(parameter.Member)}";
}
