using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>What all rules share while one document is validated.</summary>
internal sealed class ValidationContext
{
    private readonly Dictionary<string, DefinitionScope> _fragments = new(StringComparer.Ordinal);
    private readonly List<ValidationError> _errors = [];
    private Dictionary<string, DirectiveType>? _directives;

    public ValidationContext(Schema schema, DocumentNode document, ValidationLimits limits)
    {
        (Schema, Document, Limits) = (schema, document, limits);
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
            {
                var scope = new DefinitionScope(executable);
                Scopes.Add(scope);
                if (executable is FragmentNode fragment)
                    _fragments[fragment.Name.Value] = scope;
            }
            else
            {
                HasTypeSystem = true;
            }
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationLimits Limits { get; }

    /// <summary>The operations and fragments, in the document's order.</summary>
    public List<DefinitionScope> Scopes { get; } = [];

    public bool HasTypeSystem { get; }

    public bool HasFragments => _fragments.Count > 0;

    public IReadOnlyList<ValidationError> Errors => _errors;

    /// <summary>Whether as many errors are found as are told.</summary>
    public bool IsFull => _errors.Count >= Limits.Errors;

    /// <summary>The fragment of this name; of several, the last one.</summary>
    public DefinitionScope? Fragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>What holds for directives of this name: the document's own definition comes before the schema's.</summary>
    public DirectiveType? Directive(string name) =>
        _directives is not null && _directives.TryGetValue(name, out var own) ? own : Schema.Directive(name);

    public void Define(DirectiveType directive) => (_directives ??= new(StringComparer.Ordinal))[directive.Name] = directive;

    public void Report(Rule rule, string message, params ReadOnlySpan<int> offsets)
    {
        if (!IsFull)
            _errors.Add(new ValidationError(rule, message, offsets.ToArray()));
    }
}
