using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Types;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>Makes subscriptions' fields: one method gives the events, another makes the value of one.</summary>
internal sealed class SubscriptionFields(SchemaParts parts)
{
    private const string Root = "Subscription";

    public Field Of(MemberInfo member)
    {
        try
        {
            return Of((MethodInfo)member, member.GetCustomAttribute<SubscribeAttribute>()?.With
                ?? throw new SchemaError("A subscription's field says where its events come from: [Subscribe(With = nameof(…))]."));
        }
        catch (SchemaError problem)
        {
            throw new SchemaError($"{SchemaError.Place(member)}: {problem.Message}");
        }
    }

    private Field Of(MethodInfo method, string with)
    {
        var draft = parts.Fields.Draft(method, owner: null, Root);
        var source = method.DeclaringType!.GetMethod(with, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new SchemaError($"There is no static method {with} in the class to give the events.");
        var bindings = source.GetParameters().Select(parameter => parts.Parameters.Bind(parameter, page: null)).ToList();
        var unknown = bindings.OfType<ArgumentBinding>().FirstOrDefault(binding => !draft.Arguments.Members.ContainsKey(binding.Member.Value.Name));
        if (unknown is not null)
            throw new SchemaError($"{with} takes '{unknown.Member.Value.Name}', which is neither a service nor a parameter of {method.Name}.");

        var events = Streams.Of(ResolverCompiler.Call(source, bindings, draft.Arguments));
        var subscribe = Expression.Lambda<Func<ResolverContext, IAsyncEnumerable<object?>>>(events, ContextExpressions.Context).Compile();
        draft.Complete = () => draft.Resolver = new StreamResolver(subscribe, ResolverCompiler.Compile(method, draft.Bindings, draft.Arguments));
        return draft.ToField();
    }
}
