using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>What holds between a document's definitions (specification, sections 5.1, 5.2 and 5.5.1.1).</summary>
internal static class DefinitionRules
{
    public static void Check(ValidationContext context)
    {
        var scopes = context.Scopes;
        var operations = 0;
        Dictionary<string, NameNode>? operationNames = null;
        Dictionary<string, NameNode>? fragmentNames = null;
        foreach (var scope in scopes)
        {
            if (scope.Node is OperationNode operation)
            {
                operations++;
                if (operation.Name is { } name && scopes.Count > 1)
                    Unique(context, Rule.UniqueOperationNames, operationNames ??= new(StringComparer.Ordinal), name);
            }
            else if (scope.Node is FragmentNode fragment && scopes.Count > 1)
            {
                Unique(context, Rule.UniqueFragmentNames, fragmentNames ??= new(StringComparer.Ordinal), fragment.Name);
            }
        }

        foreach (var scope in scopes)
        {
            if (scope.Node is OperationNode operation)
                Operation(context, operation, isAlone: operations == 1);
        }

        if (context.HasTypeSystem)
            TypeSystem(context);
    }

    private static void Unique(ValidationContext context, Rule rule, Dictionary<string, NameNode> names, NameNode name)
    {
        if (!names.TryAdd(name.Value, name))
        {
            var kind = rule == Rule.UniqueOperationNames ? "operation" : "fragment";
            context.Report(rule, $"There can be only one {kind} named \"{name}\". Rename one of them.", names[name.Value].Start, name.Start);
        }
    }

    private static void Operation(ValidationContext context, OperationNode operation, bool isAlone)
    {
        if (operation.Name is null && !isAlone)
            context.Report(Rule.LoneAnonymousOperation, "An operation without a name must be the only one of its document. Name each of them.", operation.Start);
        if (context.Schema.Root(operation.Kind) is null)
        {
            var kind = operation.Kind.ToString().ToLowerInvariant();
            context.Report(Rule.KnownOperationTypes, $"The schema has no {kind} operations. Use another kind.", operation.Start);
        }

        if (operation.Kind == OperationKind.Subscription)
            SubscriptionRules.Check(context, operation);
    }

    private static void TypeSystem(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is TypeSystemNode node)
            {
                var what = node.Name is null ? "The schema definition" : $"The definition of \"{node.Name}\"";
                context.Report(Rule.ExecutableDefinitions, $"{what} cannot be executed. Send operations and fragments only.", node.Start);
            }
        }
    }
}
