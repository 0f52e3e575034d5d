using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>HR's files are imported, and HR designates the two officers from among the people in them.</summary>
internal sealed class ImportRoster : IStep
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(ImportRoster));

    public string Title => "HR’s nightly file is imported";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var hospital = OrganisationFile.Read(stage.Files, RegisterHospital.File);
        var desk = new RosterDesk(stage, People.Hospital);
        foreach (var roster in hospital.Rosters)
        {
            await desk.ImportAsync(roster, ct);
            await Hearing.EverythingAsync(stage, ct);
        }

        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var from = hospital.Rosters[0].EffectiveOn;
        await DesignateAsync(stage, cast, cast.PrivacyOfficer, Office.Privacy, deputy: false, from, ct);
        await DesignateAsync(stage, cast, cast.SecurityOfficer, Office.Security, deputy: false, from, ct);
        // Two hats on one head: the other office still needs another human being.
        await DesignateAsync(stage, cast, cast.PrivacyOfficer, Office.Security, deputy: true, from, ct);
        stage.Progress.Say($"{cast.PrivacyOfficer.Name} is privacy officer, {cast.SecurityOfficer.Name} security officer");
    }

    private static Task DesignateAsync(Stage stage, Cast cast, Member member, Office office, bool deputy, string from, CancellationToken ct) =>
        stage.Gateway.DoAsync<Designated>(cast.As(cast.Hr, Role.Hr), Ask["DesignateOfficer"], new { office, member = member.Id, deputy, from }, ct);

    private sealed record Designated(Office Office);
}
