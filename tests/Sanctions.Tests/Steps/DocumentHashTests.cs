using System.Security.Cryptography;
using System.Text;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class DocumentHashTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Anybody_can_compute_the_hash_from_what_the_contract_shows(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.Answer(await hospital.HandOff());
        var request = Hospital.Proposal(file, 1, "coaching", "Said \"sorry\" at once – naïve.");
        request.RemedialDueOn = "2099-12-31";
        file = await hospital.Propose(file, request: request);

        var document = $$"""
            {"document":"training.sanctions.v1.Proposal","organisation":"{{Somebody.Hospital}}","case_id":"{{file.Id}}","incident":"INC-1","member_id":"{{file.MemberId}}",
            "violation_code":"P01","policy_version":1,"earlier_violations":0,"finding":"The number was taken from an old referral and not confirmed.","level":1,
            "measure":"coaching","reasons":"Said \u0022sorry\u0022 at once \u2013 na\u00EFve.","remedial_due_on":"2099-12-31"}
            """.ReplaceLineEndings("");
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(document))), Convert.ToHexString(file.Proposal.DocumentHash.Span));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Whatever_is_changed_in_a_proposal_changes_its_hash(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.Answer(await hospital.HandOff());
        Action<ProposeSanctionRequest>[] changes =
        [
            _ => { }, proposal => proposal.Finding += ".", proposal => proposal.Level = 2, proposal => proposal.Measure = "verbal-warning",
            proposal => proposal.Reasons = "Other reasons.", proposal => proposal.RemedialDueOn = "2099-12-30",
        ];
        foreach (var change in changes)
        {
            var request = Hospital.Proposal(file, 1, "coaching", "For reasons.");
            request.RemedialDueOn = "2099-12-31";
            change(request);
            file = await hospital.Propose(file, request: request);
        }

        Assert.Equal(changes.Length, file.SupersededProposals.Append(file.Proposal).Select(proposal => proposal.DocumentHash).Distinct().Count());
    }
}
