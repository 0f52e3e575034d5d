using Training.AppHost.Sample.Content;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>HR's files are imported, and HR designates the two officers from among the people in them.</summary>
internal sealed class ImportRoster : IStep
{
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

        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var from = hospital.Rosters[0].EffectiveOn;
        await DesignateAsync(stage, cast, cast.PrivacyOfficer, Office.Privacy, deputy: false, from, ct);
        await DesignateAsync(stage, cast, cast.SecurityOfficer, Office.Security, deputy: false, from, ct);
        // Two hats on one head: the other office still needs another human being.
        await DesignateAsync(stage, cast, cast.PrivacyOfficer, Office.Security, deputy: true, from, ct);
        stage.Progress.Say($"{cast.NameOf(cast.PrivacyOfficer.Id)} is privacy officer, {cast.NameOf(cast.SecurityOfficer.Id)} security officer");
    }

    private static async Task DesignateAsync(Stage stage, Cast cast, Member member, Office office, bool deputy, string from, CancellationToken ct)
    {
        var designation = new DesignateOfficerRequest { Office = office, MemberId = member.Id, Deputy = deputy, From = from };
        await stage.Services.Officers.DesignateOfficerAsync(
            designation, stage.As(cast.As(cast.Hr, Role.Hr), IdempotencyKey.Of("designate", member.EmployeeNumber, designation)), cancellationToken: ct);
    }
}
