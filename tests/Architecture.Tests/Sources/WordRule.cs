using System.Text.RegularExpressions;
using Training.Architecture.Tests.Model;
using Training.Architecture.Tests.References;

namespace Training.Architecture.Tests.Sources;

/// <summary>A word of code that only some places may say.</summary>
/// <param name="Subject">What the word stands for.</param>
/// <param name="Word">How to find it in code.</param>
/// <param name="MaySay">Which files may say it.</param>
internal sealed record WordRule(string Subject, Regex Word, Func<string, bool> MaySay)
{
    /// <summary>The sidecar is Messaging's affair.</summary>
    public static WordRule DaprClient { get; } = new(
        "DaprClient", new Regex(@"\bDaprClient\b"), path => In(path, Place.Runtime, Place.Messaging, Place.Tests));

    /// <summary>Services talk by events; only the gateway calls them. The sample plays through the gateway, and asks them itself only what operators and auditors ask.</summary>
    public static WordRule GrpcClient { get; } = new(
        "a gRPC client",
        new Regex(@"\b(\w+)\.\1Client\b|\bGrpcChannel\b|\bAddGrpcClient\b"),
        path => In(path, Place.Runtime, Place.Gateway, Place.Tests) || path == "apphost/Sample/Operators.cs");

    /// <summary>Errors become a status in one place and leave it in one place.</summary>
    public static WordRule RpcException { get; } = new(
        "RpcException",
        new Regex(@"\bRpcException\b"),
        path => In(path, Place.Runtime, Place.Hosting, Place.Tests) || path.StartsWith("gateway/Errors/", StringComparison.Ordinal));

    /// <summary>What calls a stand-in by our name would not survive the swap for the package.</summary>
    public static WordRule OurRuntime { get; } = new(
        "a namespace of our stand-ins",
        new Regex(@"\bTraining\s*\.\s*Runtime\b"),
        path => In(path, Place.Runtime, Place.LocalSidecar, Place.AppHost, Place.Tests));

    /// <summary>The official DaprClient has abstract members that ours lacks: a derived type would not survive the swap.</summary>
    public static WordRule DerivedDaprClient { get; } = new(
        "a type derived from DaprClient",
        new Regex(@"\bclass\s+\w+(?:<[^{;()]*>)?\s*(?:\((?>[^()]|(?<open>\()|(?<-open>\)))*\))?\s*:\s*(?:[^{;]*,\s*)?(?:[\w.]+\.)?DaprClient\b"),
        path => In(path, Place.Runtime));

    public Verdict Check(IEnumerable<SourceFile> sources)
    {
        var saying = sources.Where(source => Word.IsMatch(source.Code)).ToList();
        return Verdict.Of(saying, source => MaySay(source.Path) ? [] : [$"{source.Path} names {Subject}, which is not its affair."]);
    }

    private static bool In(string path, params Place[] places) => places.Contains(Places.Of(path));
}
