using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>The organisation's sanction policy: violation catalogue, levels, schedule, exemption questions (45 CFR 164.530(e)(1)). Versions never change.</summary>
internal sealed class SanctionPolicy(V1.Policy message)
{
    /// <summary>Counts from 1.</summary>
    public int Version => message.Version;

    /// <summary>What it is called.</summary>
    public string Title => message.Title;

    /// <summary>The document that was reviewed, byte for byte (YAML).</summary>
    public string Document => message.Document;

    /// <summary>SHA-256 of the document's bytes.</summary>
    public string ContentHash => message.ContentHash.Hex();

    /// <summary>When it was put in force.</summary>
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

    /// <summary>What somebody does who commits it.</summary>
    public string Description => message.Description;

    /// <summary>The mildest level that it is usually put at.</summary>
    public int LowestLevel => message.LowestLevel;

    /// <summary>The severest level that it is usually put at.</summary>
    public int HighestLevel => message.HighestLevel;

    /// <summary>The scenario decisions that teach it, such as F1.</summary>
    public IEnumerable<string> Decisions => message.Decisions;
}

/// <summary>A question of one of the two exemptions from sanctions.</summary>
internal sealed class ExemptionQuestion(V1.ExemptionQuestion message)
{
    /// <summary>The policy's own name of the question: answers give it back.</summary>
    public string Key => message.Id;

    /// <summary>The question.</summary>
    public string Text => message.Text;

    /// <summary>The clause behind it, such as 45 CFR 164.502(j)(1).</summary>
    public string Citation => message.Citation;
}
