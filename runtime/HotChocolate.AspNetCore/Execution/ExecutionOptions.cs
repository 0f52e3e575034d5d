using HotChocolate.Language;
using HotChocolate.Validation;

namespace HotChocolate.Execution;

/// <summary>What requests may not exceed, and how errors are told. The defaults are Hot Chocolate's.</summary>
internal sealed class ExecutionOptions
{
    public ParserLimits Parser { get; set; } = ParserLimits.Default;

    public ValidationLimits Validation { get; set; } = ValidationLimits.Default;

    public CostLimits Cost { get; set; } = new();

    /// <summary>How long a request may take, the waiting for its turn included; a subscription: one event.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many requests are executed at once; more wait for their turn.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>How many documents are kept, read and checked.</summary>
    public int DocumentCache { get; set; } = 256;

    /// <summary>Whether errors tell what was thrown: for development only.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Gives the text of a trusted document, or null where the id names none.</summary>
    public Func<string, string?>? TrustedDocuments { get; set; }

    /// <summary>Whether only trusted documents are executed.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>The errors that an exception stands for; null where it is not one that tells its own.</summary>
    public Func<Exception, IReadOnlyList<GraphQLError>?> ErrorsOf { get; set; } = _ => null;

    /// <summary>Sees every error of an execution before it is told, and may change it.</summary>
    public Func<GraphQLError, GraphQLError> Filter { get; set; } = error => error;
}

/// <summary>What a request may cost (field cost: the work; type cost: the objects in the answer).</summary>
internal sealed class CostLimits
{
    public double MaxFieldCost { get; set; } = 1000;

    public double MaxTypeCost { get; set; } = 1000;

    /// <summary>Whether what costs too much is refused.</summary>
    public bool Enforce { get; set; } = true;
}
