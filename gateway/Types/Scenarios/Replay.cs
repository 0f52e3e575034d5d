using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>A finished run played again on its archived version, with what every other choice would have led to. Looking is recorded in the audit log.</summary>
internal sealed class Replay(V1.Replay message)
{
    /// <summary>The run, with its choices.</summary>
    public Run Run => new(message.Run);

    /// <summary>Scene by scene.</summary>
    public IEnumerable<ReplayStep> Steps => message.Steps.Select(step => new ReplayStep(step));

    /// <summary>The evidence hash as it was stored when the run finished.</summary>
    public string StoredHash => message.StoredHash.Hex();

    /// <summary>The same, computed now from the archived version and the stored choices.</summary>
    public string ReplayedHash => message.ReplayedHash.Hex();
}

/// <summary>A scene of the run.</summary>
internal sealed class ReplayStep(V1.ReplayStep message)
{
    /// <summary>What was seen.</summary>
    public Scene Scene => new(message.Scene);

    /// <summary>The key of the option that was chosen.</summary>
    public string Chosen => message.Chosen;

    /// <summary>What each option leads to.</summary>
    public IEnumerable<ReplayBranch> Branches => message.Branches.Select(branch => new ReplayBranch(branch));
}

/// <summary>What a choice leads to.</summary>
internal sealed class ReplayBranch(V1.ReplayBranch message)
{
    /// <summary>The option's key.</summary>
    public string Choice => message.Choice;

    /// <summary>How good it is.</summary>
    public Outcome Outcome => (Outcome)message.Outcome;

    /// <summary>What comes of it.</summary>
    public string Consequence => message.Consequence;

    /// <summary>The rule behind it, in plain words.</summary>
    public string Rule => message.Rule;

    /// <summary>Where the rule comes from.</summary>
    public string Citation => message.Citation;

    /// <summary>What it would be in real life, where it would be a violation.</summary>
    public string? ViolationCode => message.ViolationCode.OrNull();
}
