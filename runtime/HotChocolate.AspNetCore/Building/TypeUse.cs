using System.Reflection;

namespace HotChocolate.Building;

/// <summary>A C# type as a member or parameter uses it: with its nullability, all the way in.</summary>
/// <param name="Type">The type; of a nullable value type: the type inside.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Arguments">The generic arguments, or an array's element.</param>
internal sealed record TypeUse(Type Type, bool IsNullable, IReadOnlyList<TypeUse> Arguments)
{
    private static readonly HashSet<Type> Promises = [typeof(Task<>), typeof(ValueTask<>)];

    public static TypeUse Read(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property), info => info.ReadState);

    public static TypeUse Written(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property), info => info.WriteState is NullabilityState.Unknown ? info.ReadState : info.WriteState);

    public static TypeUse Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter), info => info.WriteState is NullabilityState.Unknown ? info.ReadState : info.WriteState);

    public static TypeUse Returned(MethodInfo method) => Of(new NullabilityInfoContext().Create(method.ReturnParameter), info => info.ReadState);

    public static TypeUse NonNull(Type type) => new(type, IsNullable: false, [.. type.GenericTypeArguments.Select(NonNull)]);

    /// <summary>What a task ends with; of another type: itself.</summary>
    public TypeUse Awaited => Type.IsGenericType && Promises.Contains(Type.GetGenericTypeDefinition()) ? Arguments[0] : this;

    public bool IsAwaited => Awaited != this;

    public bool IsStream => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    public TypeUse AsNullable => this with { IsNullable = true };

    /// <summary>What a list holds; null where it is no list.</summary>
    public TypeUse? Item
    {
        get
        {
            if (Type == typeof(string))
                return null;
            if (Type.IsArray || IsStream)
                return Arguments[0];
            var item = ItemOf(Type);
            if (item is null)
                return null;
            return Arguments is [var only] && only.Carries(item) ? only : NonNull(item);
        }
    }

    private bool Carries(Type type) => type == Type || Nullable.GetUnderlyingType(type) == Type;

    private static Type? ItemOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        ?.GenericTypeArguments[0];

    private static TypeUse Of(NullabilityInfo info, Func<NullabilityInfo, NullabilityState> state)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } inner)
            return NonNull(inner) with { IsNullable = true };
        var isNullable = !info.Type.IsValueType && state(info) != NullabilityState.NotNull;
        IReadOnlyList<TypeUse> arguments = info.ElementType is { } element ? [Of(element, state)] : [.. info.GenericTypeArguments.Select(one => Of(one, state))];
        return new TypeUse(info.Type, isNullable, arguments);
    }
}
