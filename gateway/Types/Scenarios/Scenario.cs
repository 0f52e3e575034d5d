using HotChocolate.Types.Relay;
using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>A training scenario as a catalogue shows it: nothing that gives an answer away.</summary>
internal sealed class Scenario(V1.Scenario message)
{
    /// <summary>Names the scenario in this system, through all its versions.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>The author's short name, such as faxing-bedside; names the scenario through all its versions.</summary>
    public string Code => message.Code;

    /// <summary>Counts from 1.</summary>
    public int Version => message.Version;

    /// <summary>What people read.</summary>
    public string Title => message.Title;

    /// <summary>T texting, E e-mailing, F printing and faxing, C conversations, R remote work, W wrong recipient.</summary>
    public string Family => message.Family;

    /// <summary>For whom the scene is set, such as bedside: the same decisions on another surface.</summary>
    public string Variant => message.Variant;

    /// <summary>SHA-256 of the document's bytes.</summary>
    public string ContentHash => message.ContentHash.Hex();

    /// <summary>When this version was published.</summary>
    public DateTimeOffset Published => message.Published.ToDateTimeOffset();

    /// <summary>The catalogue's decisions that come up, such as F1.</summary>
    public IEnumerable<string> Decisions => message.Decisions;

    /// <summary>About how long it takes.</summary>
    public int Minutes => message.Minutes;
}

/// <summary>Something that a document has to mend before it can be published.</summary>
internal sealed class Finding
{
    public Finding(V1.LintFinding message) => (Line, Rule, Message) = (message.Line, message.Rule, message.Message);

    public Finding(Training.Sanctions.V1.PolicyFinding message) => (Line, Rule, Message) = (message.Line, message.Rule, message.Message);

    /// <summary>The document's line; 0 where it concerns the whole.</summary>
    public int Line { get; }

    /// <summary>Such as DEAD_END.</summary>
    public string Rule { get; }

    /// <summary>What is wrong and what to write.</summary>
    public string Message { get; }
}
