using Training.Hosting;

namespace Training.Curricula;

internal static class HumanBeing
{
    /// <exception cref="HumanBeingNeeded">The caller is a machine.</exception>
    public static MemberId Human(this Caller caller) => caller.Member ?? throw new HumanBeingNeeded();
}
