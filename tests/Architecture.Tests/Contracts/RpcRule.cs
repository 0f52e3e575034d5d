using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Training.Architecture.Tests.Model;
using Training.Contracts;

namespace Training.Architecture.Tests.Contracts;

/// <summary>
/// Every RPC states who may call it (one that states nobody refuses everybody), and whether it is a query. The name
/// tells the reader the same as the option tells the machine.
/// </summary>
internal static partial class RpcRule
{
    public static Verdict Check(IEnumerable<FileDescriptor> files)
    {
        var methods = files.SelectMany(file => file.Services).SelectMany(service => service.Methods).ToList();
        return Verdict.Of(methods, Findings);
    }

    private static IEnumerable<string> Findings(MethodDescriptor method)
    {
        var roles = method.GetOptions()?.GetExtension(OptionsExtensions.Roles);
        if (roles is null || roles.Count == 0)
            yield return $"{method.FullName} states no roles and so refuses everybody: add `option (training.roles) = …;`.";
        else if (roles.Contains(Role.Unspecified) || roles.Distinct().Count() != roles.Count)
            yield return $"{method.FullName} states an unspecified role, or one twice.";

        var isQuery = method.GetOptions()?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects;
        var looksLikeQuery = QueryVerb().IsMatch(method.Name);
        if (looksLikeQuery && !isQuery)
            yield return $"{method.FullName} is a query by its name: add `option idempotency_level = NO_SIDE_EFFECTS;`, or call it by what it changes.";
        if (isQuery && !looksLikeQuery)
            yield return $"{method.FullName} says NO_SIDE_EFFECTS: begin its name with Get, List, Find, LookUp, Search, Watch, Export, Verify, Preview or Explain, or with Batch before it.";
        if (method.IsServerStreaming && !isQuery)
            yield return $"{method.FullName} is a command that streams its answer, which could not be given again to a caller who repeats it: answer with one message.";
    }

    [GeneratedRegex("^(Batch)?(Get|List|Find|LookUp|Search|Watch|Export|Verify|Preview|Explain)([A-Z]|$)")]
    private static partial Regex QueryVerb();
}
