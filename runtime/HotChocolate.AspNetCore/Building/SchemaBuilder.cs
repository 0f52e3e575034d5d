using System.Reflection;
using HotChocolate.Configuration;
using HotChocolate.Execution.Configuration;
using HotChocolate.Types;
using HotChocolate.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Building;

/// <summary>Builds the schema that annotated classes describe.</summary>
internal static class SchemaBuilder
{
    /// <summary>Builds the schema.</summary>
    /// <param name="setup">What the application says of it.</param>
    /// <param name="services">Knows which types are services, and so no arguments; null where none is.</param>
    /// <exception cref="SchemaError">The classes do not make a schema.</exception>
    public static Schema Build(SchemaSetup setup, IServiceProviderIsService? services)
    {
        var parts = new SchemaParts(setup, services);
        parts.Registry.Add(SpecifiedScalars.String, typeof(string));
        parts.Registry.Add(SpecifiedScalars.Boolean, typeof(bool));

        var nodes = parts.Nodes.Interface is { } node ? parts.Nodes.RootFields(node) : [];
        var query = Root<QueryTypeAttribute>(parts, "Query", "What can be asked.", member => parts.Fields.OfMember(member, owner: null, "Query", isResolved: true), nodes)
            ?? throw new SchemaError("There is nothing to ask: mark a static class with [QueryType] and add it with AddTypes().");
        var mutations = new MutationFields(parts);
        var mutation = Root<MutationTypeAttribute>(parts, "Mutation", "What can be done.", mutations.Of, []);
        var subscriptions = new SubscriptionFields(parts);
        var subscription = Root<SubscriptionTypeAttribute>(parts, "Subscription", "What can be watched.", subscriptions.Of, []);

        foreach (var type in setup.Types.Where(type => !IsRoot(type)).OrderBy(type => type.FullName, StringComparer.Ordinal))
            parts.Outputs.Named(AnnotatedTypes.ExtendedBy(type) ?? type);
        parts.Registry.Complete();
        parts.Outputs.CompleteUnions();
        parts.Nodes.Complete(parts.Registry.All.OfType<ObjectType>());

        NamedType?[] roots = [query, mutation, subscription];
        var others = parts.Registry.All.Except(roots).OrderBy(type => type!.Name, StringComparer.Ordinal);
        var schema = new Schema(roots.Concat(others).OfType<NamedType>(), SpecifiedDirectives.All, query, mutation, subscription);
        SchemaCheck.Check(schema);
        return schema;
    }

    private static ObjectType? Root<TAnnotation>(SchemaParts parts, string name, string description, Func<MemberInfo, Field> make, IReadOnlyList<Field> first)
        where TAnnotation : Attribute
    {
        var classes = parts.Setup.Types.Where(type => type.IsDefined(typeof(TAnnotation))).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        if (classes.Count == 0)
            return null;
        var fields = new FieldList();
        foreach (var field in first)
            fields.Add(name, field);
        foreach (var member in classes.SelectMany(FieldMembers.OfRoot))
            fields.Add(member.Name, make(member));
        if (fields.All.Count == 0)
            throw new SchemaError($"{classes[0]} has no public static method: the type {name} needs a field.");
        var root = parts.Registry.Add(new ObjectType(name, description), typeof(TAnnotation));
        root.Complete(fields.All, []);
        return root;
    }

    private static bool IsRoot(Type type) =>
        type.IsDefined(typeof(QueryTypeAttribute)) || type.IsDefined(typeof(MutationTypeAttribute)) || type.IsDefined(typeof(SubscriptionTypeAttribute));
}
