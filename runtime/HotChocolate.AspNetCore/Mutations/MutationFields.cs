using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;

namespace HotChocolate.Types;

/// <summary>Makes mutations' fields, after the conventions where they hold: one input, a payload, typed errors.</summary>
internal sealed class MutationFields(SchemaParts parts)
{
    private const string Root = "Mutation";

    private readonly ErrorTypes _errors = new(parts);

    public Field Of(MemberInfo member)
    {
        var own = member.GetCustomAttribute<UseMutationConventionAttribute>();
        var conventions = parts.Setup.Mutations ?? default;
        var applies = parts.Setup.Mutations is not null && (own is null ? conventions.ApplyToAllMutations != false : !own.Disable);
        if (member is not MethodInfo || !applies)
            return parts.Fields.OfMember(member, owner: null, Root, isResolved: true);
        try
        {
            return Conventional(parts.Fields.Draft(member, owner: null, Root), member, MutationNames.Of(own, conventions));
        }
        catch (SchemaError problem)
        {
            throw new SchemaError($"{SchemaError.Place(member)}: {problem.Message}");
        }
    }

    private Field Conventional(FieldDraft draft, MemberInfo member, MutationNames names)
    {
        var name = Naming.Pascal(draft.Name);
        var arguments = draft.Arguments.Arguments;
        if (arguments.Count > 1 || (arguments is [var single] && single.Name != names.Argument))
            draft.Arguments.Replace(Input(draft, names, names.InputOf(name)));

        var errorTypes = member.GetCustomAttributes<ErrorAttribute>().Select(error => error.ErrorType).Distinct().ToList();
        var dataType = draft.Id is null ? DataTypeOf(draft.Result, ((MethodInfo)member).ReturnType) : typeof(string);
        var inner = draft.ToField();
        var payload = Payload(draft, names, name, dataType, errorTypes);
        return new Field(inner.Name, inner.Description, inner.Arguments, new NonNullType(payload), inner.DeprecationReason)
        {
            Resolver = Resolver(((MethodResolver)inner.Resolver!).Resolve, dataType, new MutationErrors(errorTypes)),
            Cost = inner.Cost,
            ListSize = inner.ListSize,
        };
    }

    private InputValue Input(FieldDraft draft, MutationNames names, string typeName)
    {
        var input = new InputType(typeName, $"What `{draft.Name}` is given.", isOneOf: false);
        input.Complete([.. draft.Arguments.Arguments]);
        parts.Registry.Add(input, draft.Method!);
        return new InputValue(names.Argument, "What is given.", new NonNullType(input), null, null);
    }

    private ObjectType Payload(FieldDraft draft, MutationNames names, string name, Type dataType, List<Type> errorTypes)
    {
        var type = typeof(MutationPayload<>).MakeGenericType(dataType);
        var payload = parts.Registry.Add(new ObjectType(names.PayloadOf(name), $"What `{draft.Name}` ends with.", type), draft.Method!);
        var data = names.Data ?? Naming.Camel(draft.Type.Named.Name);
        List<Field> fields = [Read(type, nameof(MutationPayload<>.Data), data, "What was made or changed; null where it was refused.", draft.Type.Nullable)];
        if (errorTypes.Count > 0)
        {
            var union = parts.Registry.Add(new UnionType(names.ErrorOf(name), $"Why `{draft.Name}` may be refused."), draft.Method!);
            union.Complete([.. errorTypes.Select(_errors.Of)]);
            fields.Add(Read(type, nameof(MutationPayload<>.Errors), names.Errors, "Why it was refused; null where it was done.", new ListType(new NonNullType(union))));
        }

        payload.Complete(fields, []);
        return payload;
    }

    private static Field Read(Type owner, string property, string name, string description, GraphType type)
    {
        var parent = Expression.Parameter(owner, "parent");
        return new Field(name, description, [], type, null) { Resolver = new MemberResolver(Expression.Lambda(Expression.Property(parent, property), parent)) };
    }

    /// <summary>The value's C# type, as something that may be null.</summary>
    private static Type DataTypeOf(TypeUse result, Type returned)
    {
        var type = TypeUse.NonNull(returned) is { IsAwaited: true } ? returned.GenericTypeArguments[0] : returned;
        return result.Type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private static MethodResolver Resolver(Func<ResolverContext, ValueTask<object?>> resolve, Type dataType, MutationErrors errors) => new(
        typeof(MutationFields).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(dataType)
            .CreateDelegate<Func<Func<ResolverContext, ValueTask<object?>>, MutationErrors, Func<ResolverContext, ValueTask<object?>>>>()(resolve, errors));

    private static Func<ResolverContext, ValueTask<object?>> Run<T>(Func<ResolverContext, ValueTask<object?>> resolve, MutationErrors errors) => async context =>
    {
        IReadOnlyList<object>? refused = null;
        try
        {
            return new MutationPayload<T>((T?)await resolve(context), null);
        }
        catch (Exception problem) when ((refused = errors.Of(problem)) is not null)
        {
            return new MutationPayload<T>(default, refused);
        }
    };
}
