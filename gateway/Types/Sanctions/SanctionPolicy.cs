using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>The organisation's sanction policy: violation catalogue, levels, schedule, exemption questions (45 CFR 164.530(e)(1)). Versions never change.</summary>
internal sealed class SanctionPolicy(V1.Policy message)
{
    public int Version => message.Version;

    public string Title => message.Title;

    /// <summary>The document that was reviewed, byte for byte (YAML).</summary>
    public string Document => message.Document;

    public string ContentHash => message.ContentHash.Hex();

    public DateTimeOffset Published => message.Published.ToDateTimeOffset();

    /// <summary>The catalogue.</summary>
    public IEnumerable<Violation> Violations => message.Violations.Select(violation => new Violation(violation));

    /// <summary>What is asked in every case before anything else is decided.</summary>
    public IEnumerable<ExemptionQuestion> Questions => message.Questions.Select(question => new ExemptionQuestion(question));
}

/// <summary>A violation of the catalogue.</summary>
internal sealed class Violation(V1.Violation message)
{
    /// <summary>Such as P01 or S03.</summary>
    public string Code => message.Code;

    public string Description => message.Description;

    public int LowestLevel => message.LowestLevel;

    public int HighestLevel => message.HighestLevel;

    /// <summary>The scenario decisions that teach it, such as F1.</summary>
    public IEnumerable<string> Decisions => message.Decisions;
}

/// <summary>A question of one of the two exemptions from sanctions.</summary>
internal sealed class ExemptionQuestion(V1.ExemptionQuestion message)
{
    /// <summary>The policy's own name of the question: answers give it back.</summary>
    public string Key => message.Id;

    public string Text => message.Text;

    public string Citation => message.Citation;
}
