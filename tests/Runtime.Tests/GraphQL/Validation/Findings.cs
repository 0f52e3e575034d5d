using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.Validation;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>What we find wrong with a document, told as <see cref="Reference"/> tells it.</summary>
/// <param name="Comparable">What it should find too.</param>
/// <param name="Overlooked">
/// A variable that can be null, given to a field of a one-of input: graphql-js 16.15 finds it only where the input itself may be null, the specification everywhere.
/// </param>
internal sealed record Findings(IReadOnlyList<string> Comparable, IReadOnlyList<string> Overlooked)
{
    public static Findings Of(Schema schema, string text)
    {
        try
        {
            var errors = Validator.Errors(schema, Parser.Parse(text, ParserLimits.None), ValidationLimits.None)
                .Where(error => error.Rule != Rule.KnownOperationTypes)
                .ToLookup(error => error.Message.Contains("which no field of", StringComparison.Ordinal), error => Told(text, error));
            return new Findings([.. errors[false].Order(StringComparer.Ordinal)], [.. errors[true]]);
        }
        catch (SyntaxError error)
        {
            return new Findings([$"Syntax {Place(text, error.Position)}"], []);
        }
    }

    public bool AreSame(IReadOnlyList<string> theirs)
    {
        var rest = theirs.ToList();
        foreach (var found in Overlooked.Where(found => theirs.Count(one => one == found) > Comparable.Count(one => one == found)))
            rest.Remove(found);
        return Comparable.SequenceEqual(rest);
    }

    private static string Told(string text, ValidationError error) => $"{error.Rule} {string.Join(' ', error.Offsets.Select(offset => Place(text, offset)))}";

    private static string Place(string text, int offset)
    {
        var location = SourceLocation.Of(text, offset);
        return $"{location.Line}:{location.Column}";
    }
}
