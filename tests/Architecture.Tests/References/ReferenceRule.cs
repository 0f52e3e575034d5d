using Training.Architecture.Tests.Model;

namespace Training.Architecture.Tests.References;

/// <summary>Who may know whom, as far as project files say it.</summary>
internal static class ReferenceRule
{
    private const string EntityFramework = "EntityFrameworkCore";

    private static readonly string[] Grpc = ["Grpc.AspNetCore"];
    private static readonly string[] GrpcWithExtras = ["Grpc.AspNetCore", "Grpc.AspNetCore.HealthChecks", "Grpc.AspNetCore.Server.Reflection", "Grpc.StatusProto"];

    /// <summary>What a place may reference and use. Tests may know anything, apphost anything but tests; they are not listed.</summary>
    private static readonly Dictionary<Place, (Place[] Projects, string[] Uses)> Table = new()
    {
        [Place.LocalSidecar] = ([], []),
        [Place.Contracts] = ([], ["Grpc.Core.Api"]),
        [Place.Hosting] = ([Place.Contracts], GrpcWithExtras),
        [Place.Messaging] = ([Place.Hosting], ["Dapr.AspNetCore"]),
        [Place.DesignTime] = ([Place.Messaging], []),
        [Place.Service] = ([Place.Contracts, Place.Hosting, Place.Messaging], Grpc),
        [Place.Gateway] = ([Place.Contracts, Place.Hosting], [.. Grpc, "Grpc.StatusProto", "HotChocolate.AspNetCore"]),
        [Place.Web] = ([Place.Hosting], []),
    };

    /// <summary>The stand-ins that a stand-in may use, as the official packages do.</summary>
    private static readonly Dictionary<string, string[]> StandIns = new()
    {
        ["Grpc.Core.Api"] = [],
        ["Grpc.Net.Client"] = ["Grpc.Core.Api"],
        ["Grpc.AspNetCore"] = ["Grpc.Core.Api", "Grpc.Net.Client"],
        ["Grpc.AspNetCore.HealthChecks"] = Grpc,
        ["Grpc.AspNetCore.Server.Reflection"] = Grpc,
        ["Grpc.StatusProto"] = ["Grpc.Core.Api"],
        ["Dapr.AspNetCore"] = [],
        ["HotChocolate.AspNetCore"] = [],
    };

    public static Verdict Check(IReadOnlyCollection<ProjectFile> projects) => Verdict.Of(projects, project =>
    [
        .. project.Projects.Select(reference => Refusal(project, reference)).OfType<string>(),
        .. project.Uses.Where(use => !MayUse(project, use)).Select(use => $"{project.Path} uses {use}, which {Places.Of(project.Path)} may not."),
        .. project.Packages.Where(package => !MayTake(project, package)).Select(package => $"{project.Path} references {package}: storage is for Messaging, services and tests."),
        .. project.OwnVersions.Select(package => $"{project.Path} gives {package} a version: versions stand in Directory.Packages.props only."),
    ]);

    private static string? Refusal(ProjectFile project, string reference)
    {
        var (from, to) = (Places.Of(project.Path), Places.Of(reference));
        if (to == Place.Runtime)
            return $"{project.Path} names the stand-in {reference}: say <Uses Include=\"…\" /> instead.";
        if (to == Place.LocalSidecar)
            return from is Place.AppHost or Place.Tests ? null : $"{project.Path} references the local sidecar, which only apphost and tests start.";
        var allowed = from switch
        {
            Place.Tests => true,
            Place.AppHost => to != Place.Tests,
            _ => Table.TryGetValue(from, out var row) && row.Projects.Contains(to),
        };
        return allowed ? null : $"{project.Path} references {reference}: {from} may not know {to}.";
    }

    private static bool MayUse(ProjectFile project, string use) => Places.Of(project.Path) switch
    {
        Place.Tests or Place.AppHost => true,
        Place.Runtime => StandIns.TryGetValue(project.Path.Split('/')[1], out var uses) && uses.Contains(use),
        var place => Table[place].Uses.Contains(use),
    };

    private static bool MayTake(ProjectFile project, string package) =>
        !(package.Contains(EntityFramework, StringComparison.Ordinal) || package.StartsWith("Npgsql", StringComparison.Ordinal))
        || Places.Of(project.Path) is Place.Messaging or Place.Service or Place.DesignTime or Place.Tests or Place.AppHost;
}
