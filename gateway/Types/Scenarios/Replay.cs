using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>A finished run played again on its archived version, with what every other choice would have led to. Looking is recorded in the audit log.</summary>
internal sealed class Replay(V1.Replay message)
{
    public Run Run => new(message.Run);

    public IEnumerable<ReplayStep> Steps => message.Steps.Select(step => new ReplayStep(step));

    /// <summary>The evidence hash as it was stored when the run finished.</summary>
    public string StoredHash => message.StoredHash.Hex();

    /// <summary>The same, computed now from the archived version and the stored choices.</summary>
    public string ReplayedHash => message.ReplayedHash.Hex();
}

/// <summary>A scene of the run.</summary>
internal sealed class ReplayStep(V1.ReplayStep message)
{
    public Scene Scene => new(message.Scene);

    /// <summary>The key of the option that was chosen.</summary>
    public string Chosen => message.Chosen;

    public IEnumerable<ReplayBranch> Branches => message.Branches.Select(branch => new ReplayBranch(branch));
}

/// <summary>What a choice leads to.</summary>
internal sealed class ReplayBranch(V1.ReplayBranch message)
{
    public string Choice => message.Choice;

    public Outcome Outcome => (Outcome)message.Outcome;

    public string Consequence => message.Consequence;

    public string Rule => message.Rule;

    public string Citation => message.Citation;

    public string? ViolationCode => message.ViolationCode.OrNull();
}
