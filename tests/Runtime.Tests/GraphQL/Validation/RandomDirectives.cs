using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Directives for the places of a document.</summary>
internal static class RandomDirectives
{
    /// <param name="schema">Whose directives.</param>
    /// <param name="chance">What happens.</param>
    /// <param name="values">Where arguments come from.</param>
    /// <param name="location">The kind of place.</param>
    /// <param name="mayHaveConditions">Whether <c>@skip</c> and <c>@include</c> may be among them.</param>
    /// <param name="mayVary">Whether variables may be.</param>
    public static string Next(Schema schema, Chance chance, RandomValues values, string location, bool mayHaveConditions = true, bool mayVary = true)
    {
        if (chance.Mistake)
        {
            var strange = chance.Of(Strange.Directives);
            return (!mayVary && strange.Contains('$')) || (!mayHaveConditions && IsCondition(strange)) ? "" : $" {strange}";
        }

        var fit = schema.Directives.Where(directive => directive.Locations.Contains(location) && (mayHaveConditions || !IsCondition(directive.Name))).ToList();
        if (fit.Count == 0 || !chance.Rarely)
            return "";
        var one = chance.Of(fit);
        var arguments = one.Arguments.Where(argument => argument.IsRequired ? !chance.Mistake : chance.Half)
            .Select(argument => $"{argument.Name}: {values.Next(argument.Type, mayVary)}").ToList();
        var written = $" @{one.Name}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}";
        return one.IsRepeatable && chance.Half ? written + written : written;
    }

    private static bool IsCondition(string directive) =>
        directive.Contains("skip", StringComparison.Ordinal) || directive.Contains("include", StringComparison.Ordinal);
}
