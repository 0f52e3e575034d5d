using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Refusals;

/// <summary>What is not covered stops the refusal tests, and is not passed over.</summary>
public sealed class RequestFillerTests
{
    private static readonly RequestFiller WithoutRows = new(new Harvest());

    [Fact]
    public void Fill_stops_at_a_text_that_nobody_has_thought_of() =>
        Assert.Contains("training.workforce.v1.FieldChange.column", Assert.Throws<InvalidOperationException>(() => WithoutRows.Fill(FieldChange.Descriptor)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fill_stops_at_an_id_of_which_there_is_no_row() =>
        Assert.Contains("needs a campaign", Assert.Throws<InvalidOperationException>(() => WithoutRows.Fill(GetCampaignRequest.Descriptor)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fill_makes_a_request_of_each_alternative_with_the_rows_there_are()
    {
        var rows = new Harvest();
        var member = new Member { Id = "01900000-0000-7000-8000-000000000007", EmployeeNumber = "E7" };
        rows.Add(member);
        var filler = new RequestFiller(rows);

        Assert.Equal(2, RequestFiller.Alternatives(GetMemberRequest.Descriptor));
        Assert.Equal(
            [new GetMemberRequest { Id = member.Id }, new GetMemberRequest { EmployeeNumber = "E7" }],
            [(GetMemberRequest)filler.Fill(GetMemberRequest.Descriptor, alternative: 0), (GetMemberRequest)filler.Fill(GetMemberRequest.Descriptor, alternative: 1)]);
        Assert.Equal([member.Id], rows.FoundIn(new DesignateOfficerRequest { MemberId = member.Id }));
    }
}
