using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Finds what a document asks that the schema does not answer (specification, section 5).</summary>
internal static class Validator
{
    /// <summary>Validates a document.</summary>
    /// <param name="schema">What can be asked.</param>
    /// <param name="document">What is asked.</param>
    /// <param name="limits">How much may be asked, and how many errors are told.</param>
    /// <returns>The errors; none where the document is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationLimits limits)
    {
        var errors = Errors(schema, document, limits);
        return errors.Count == 0 ? [] : [.. errors.Select(error => Told(error, document))];
    }

    /// <summary>The same, with the rules that were broken.</summary>
    public static IReadOnlyList<ValidationError> Errors(Schema schema, DocumentNode document, ValidationLimits limits)
    {
        var context = new ValidationContext(schema, document, limits);
        if (!DocumentSize.IsWithin(context))
            return context.Errors;
        DefinitionRules.Check(context);
        new SelectionRules(context).Check();
        if (context.HasFragments)
            FragmentRules.Check(context);
        VariableRules.Check(context);
        return context.Errors;
    }

    private static GraphQLError Told(ValidationError error, DocumentNode document)
    {
        var code = error.Rule == Rule.NoIntrospection ? ErrorCodes.IntrospectionNotAllowed : null;
        var told = GraphQLError.At(error.Message, code, document.Text, [.. error.Offsets]);
        return RuleSections.Address(error.Rule) is { } address
            ? told with { Extensions = new Dictionary<string, object?> { ["specifiedBy"] = address } }
            : told;
    }
}
