using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.References;

/// <summary>
/// Platform serves every service alike: of the contracts it knows the options that all share and the operations that
/// every service answers, never a service's own messages.
/// </summary>
internal static class ContractNamespaceRule
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Training.Hosting"] = ["Training.Contracts"],
        ["Training.Messaging"] = ["Training.Contracts", "Training.Operations.V1"],
    };

    public static Verdict Check(string assembly, IReadOnlyCollection<TypeReference> references)
    {
        var contracts = references.Where(one => one.Assembly == "Training.Contracts").ToList();
        return Verdict.Of(contracts, one => Allowed[assembly].Contains(one.Namespace)
            ? []
            : [$"{assembly} knows {one.Namespace}.{one.Name} of the contracts, but may know {string.Join(" and ", Allowed[assembly])} only."]);
    }
}
