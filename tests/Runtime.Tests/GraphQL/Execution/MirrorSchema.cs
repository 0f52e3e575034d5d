using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using Training.Tests.Support;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <summary>How the fields of the mirror schema get their values: the answers must be the same.</summary>
public enum ResolverStyle
{
    Members,
    Methods,
    Tasks,
    Mixed,
}

/// <summary>The schema that graphql-js executes too, over the same data.</summary>
internal static class MirrorSchema
{
    public static string Sdl { get; } = File.ReadAllText(RepositoryRoot.At("tests", "Runtime.Tests", "GraphQL", "Execution", "mirror.graphql"));

    public static Schema Bare() => SdlSchema.Read(Sdl);

    public static Schema Over(MirrorData data, ResolverStyle style)
    {
        var resolvers = new Dictionary<string, FieldResolver>();
        foreach (var type in Bare().Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields)
                resolvers[$"{type.Name}.{field.Name}"] = Resolver(data, type, field, style);
        }

        return SdlSchema.Read(Sdl, new SdlBindings { Resolvers = resolvers, RuntimeTypes = MirrorData.RuntimeTypes });
    }

    private static FieldResolver Resolver(MirrorData data, ObjectType type, Field field, ResolverStyle style)
    {
        if (field.Name == "echo")
            return Asked.Method(Echo);
        if (field.Name is "step" or "mustStep")
            return Asked.Method(context => Step(context, data));
        if (type.Name == "Counter" && field.Name == "count")
            return new MemberResolver((Expression<Func<Counted, int>>)(counter => counter.Count));
        if (type.Name == "Counter")
            return Asked.Method(_ => data.Object("counter").Get(field.Name));
        var one = style == ResolverStyle.Mixed ? (ResolverStyle)((type.Name.Length + field.Name.Length) % 3) : style;
        if (type.Name is "Query" or "Mutation")
        {
            var root = data.Object(type.Name.ToLowerInvariant());
            return one == ResolverStyle.Tasks ? Later(_ => root.Get(field.Name)) : Asked.Method(_ => root.Get(field.Name));
        }

        return one switch
        {
            ResolverStyle.Members => Member(field),
            ResolverStyle.Methods => Asked.Method(context => ((MirrorObject)context.Parent!).Get(field.Name)),
            _ => Later(context => ((MirrorObject)context.Parent!).Get(field.Name)),
        };
    }

    private static MemberResolver Member(Field field)
    {
        var name = field.Name;
        return field.Type.ToString() is "String" or "String!" or "ID!"
            ? new MemberResolver((Expression<Func<MirrorObject, string?>>)(one => one.Text(name)))
            : new MemberResolver((Expression<Func<MirrorObject, object?>>)(one => one.Get(name)));
    }

    private static FieldResolver Later(Func<ResolverContext, object?> resolve) => Asked.Async(async context =>
    {
        await Task.Yield();
        return resolve(context);
    });

    private static Counted Step(ResolverContext context, MirrorData data)
    {
        var steps = (MirrorSteps)context.Services.GetService(typeof(MirrorSteps))!;
        var by = (int)context.Argument(0)!;
        if (by < 0)
            throw new MirrorError("backwards");
        steps.Taken += by;
        return new Counted(data, steps.Taken);
    }

    private static string Echo(ResolverContext context)
    {
        var given = new Dictionary<string, object?>();
        for (var i = 0; i < context.Field.Arguments.Count; i++)
        {
            if (context.IsGiven(i))
                given[context.Field.Arguments[i].Name] = context.Argument(i);
        }

        return Told(given);
    }

    private static string Told(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text),
        bool one => one ? "true" : "false",
        IReadOnlyDictionary<string, object?> fields =>
            $"{{{string.Join(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{Told(field.Value)}"))}}}",
        object?[] items => $"[{string.Join(',', items.Select(Told))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private sealed record Counted(MirrorData Data, int Count);
}

/// <summary>What one request's mutations did.</summary>
internal sealed class MirrorSteps : IServiceProvider
{
    public int Taken { get; set; }

    public object? GetService(Type serviceType) => serviceType == typeof(MirrorSteps) ? this : null;
}
