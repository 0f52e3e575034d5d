using System.Reflection;
using HotChocolate.Building;

namespace HotChocolate.Types.Relay;

/// <summary>That something is a global id, and of which type; null for the type that it is met in, or any.</summary>
internal sealed record GlobalIdUse(string? TypeName)
{
    public static GlobalIdUse? Of(ICustomAttributeProvider annotated)
    {
        foreach (var annotation in annotated.GetCustomAttributes(inherit: true))
        {
            if (annotation is IDAttribute id)
                return new GlobalIdUse(id.TypeName);
            var type = annotation.GetType();
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDAttribute<>))
                return new GlobalIdUse(Naming.Output(type.GenericTypeArguments[0]));
        }

        return annotated is ParameterInfo { Position: 0, Member: MethodInfo method } && method.IsDefined(typeof(NodeResolverAttribute))
            ? new GlobalIdUse(Naming.Output(TypeUse.Returned(method).Awaited.Type))
            : null;
    }
}
