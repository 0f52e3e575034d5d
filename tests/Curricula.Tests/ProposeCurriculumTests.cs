using Grpc.Core;
using Training.Curricula.V1;
using WireExposure = Training.Workforce.V1.PhiExposure;
using WireOffice = Training.Workforce.V1.Office;

namespace Training.Curricula.Tests;

public sealed class ProposeCurriculumTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_keeps_the_content_with_the_first_signature_when_an_officer_proposes(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);

        var version = await curricula.ProposeAsync();

        Assert.Equal((1, V1.CurriculumState.Proposed, Contents.Refresher()), (version.Version, version.State, version.Content));
        var signature = Assert.Single(version.Signatures);
        Assert.Equal((WireOffice.Privacy, People.Pia.ToString()), (signature.Office, signature.MemberId));
        Assert.Null(version.Published);
        Assert.Equal(version, await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = version.CurriculumId, Version = 1 }, curricula.Security()));
        Assert.Empty(curricula.Service.Published<CurriculumPublished>());
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "code empty", "CURRICULUM_CODE_UNUSABLE" },
        { "code with capitals", "CURRICULUM_CODE_UNUSABLE" },
        { "code with a double hyphen", "CURRICULUM_CODE_UNUSABLE" },
        { "code too long", "CURRICULUM_CODE_UNUSABLE" },
        { "title empty", "TEXT_UNUSABLE" },
        { "title with a zero character", "TEXT_UNUSABLE" },
        { "title too long", "TEXT_UNUSABLE" },
        { "no items", "ITEM_COUNT_UNUSABLE" },
        { "scenario twice", "SCENARIO_TWICE" },
        { "scenario not an id", "ID_NOT_READABLE" },
        { "no strand", "STRAND_MISSING" },
        { "unknown strand", "STRAND_MISSING" },
        { "nobody in the audience", "AUDIENCE_CONTRADICTORY" },
        { "unspecified exposure", "AUDIENCE_VALUE_UNKNOWN" },
        { "unknown constituency", "AUDIENCE_VALUE_UNKNOWN" },
        { "job role in small letters", "AUDIENCE_VALUE_UNKNOWN" },
        { "empty site", "AUDIENCE_VALUE_UNKNOWN" },
        { "negative months", "MONTHS_OUT_OF_RANGE" },
        { "eleven years", "MONTHS_OUT_OF_RANGE" },
        { "no citations", "CITATION_COUNT_UNUSABLE" },
        { "citation without status", "CITATION_STATUS_MISSING" },
        { "citation without source", "TEXT_UNUSABLE" },
        { "law without edition", "TEXT_UNUSABLE" },
        { "policy with edition", "EDITION_OF_POLICY" },
        { "no content", "CURRICULUM_CODE_UNUSABLE" },
    };

    [Fact]
    public async Task Propose_says_what_to_mend_when_the_content_is_broken()
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(TestDatabases.Sqlite);
        foreach (var row in Broken)
        {
            var (how, reason) = ((string)row[0], (string)row[1]);
            var request = new ProposeCurriculumRequest { Content = Break(how), Office = WireOffice.Privacy };
            await curricula.Library.ProposeCurriculumAsync(request, curricula.Privacy()).IsRefusedAsync(StatusCode.InvalidArgument, reason);
        }

        Assert.Empty((await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Privacy())).Versions);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_is_refused_when_a_scenario_is_unknown_or_of_another_organisation(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var foreign = Guid.CreateVersion7().ToString();
        await curricula.Service.DeliverAsync(new Scenarios.V1.ScenarioPublished { Scenario = new Scenarios.V1.Scenario { Id = foreign } }, Somebody.Clinic);
        foreach (var id in new[] { foreign, Guid.CreateVersion7().ToString() })
        {
            var request = Requests.Propose(Contents.With(content => content.Items[1].ScenarioId = id));
            await curricula.Library.ProposeCurriculumAsync(request, curricula.Privacy()).IsRefusedAsync(StatusCode.FailedPrecondition, "SCENARIO_NOT_PUBLISHED");
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_is_the_same_version_when_the_content_is_the_same(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();
        var inOtherOrder = Contents.With(content =>
        {
            content.Title = $" {content.Title} ";
            content.Audience.PhiExposures.Clear();
            content.Audience.PhiExposures.Add([WireExposure.High, WireExposure.Low, WireExposure.High]);
        });

        Assert.Equal(proposed, await curricula.ProposeAsync(inOtherOrder));
        Assert.Equal(proposed, await curricula.Library.ProposeCurriculumAsync(Requests.Propose(office: WireOffice.Security), curricula.Security()));
        var published = await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security());
        Assert.Equal(published, await curricula.ProposeAsync());

        var second = await curricula.PublishAsync(Contents.Titled("Refresher with a new title"));
        var backAgain = await curricula.ProposeAsync();
        Assert.Equal((2, 3, proposed.ContentHash), (second.Version, backAgain.Version, backAgain.ContentHash));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_is_refused_when_another_proposal_waits(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        await curricula.ProposeAsync();

        await curricula.Library.ProposeCurriculumAsync(Requests.Propose(Contents.Titled("Another")), curricula.Privacy())
            .IsRefusedAsync(StatusCode.FailedPrecondition, "PROPOSAL_STILL_OPEN");
        Assert.Equal(1, (await curricula.ProposeAsync(Contents.With(content => content.Code = "another"))).Version);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_leaves_one_proposal_when_many_propose_at_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var calls = Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await curricula.ProposeAsync(Contents.Titled($"Refresher {n}"));
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        });

        Assert.Single(await Task.WhenAll(calls), code => code == StatusCode.OK);
        Assert.Single((await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Privacy())).Versions);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_gives_the_first_answer_when_it_is_repeated(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy(key: "once"));
        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(first), curricula.Security());

        Assert.Equal(first, await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy(key: "once")));
        Assert.Single((await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Privacy())).Versions);
        await curricula.Library.ProposeCurriculumAsync(Requests.Propose(Contents.Titled("Else")), curricula.Privacy(key: "once"))
            .IsRefusedAsync(StatusCode.InvalidArgument, "IDEMPOTENCY_KEY_REUSED");
    }

    private static V1.CurriculumContent? Break(string how) => how == "no content" ? null : Contents.With(content =>
    {
        switch (how)
        {
            case "code empty": content.Code = ""; break;
            case "code with capitals": content.Code = "Yearly"; break;
            case "code with a double hyphen": content.Code = "yearly--refresher"; break;
            case "code too long": content.Code = new string('a', 61); break;
            case "title empty": content.Title = "  "; break;
            case "title with a zero character": content.Title = "Yearly\0refresher"; break;
            case "title too long": content.Title = new string('a', 201); break;
            case "no items": content.Items.Clear(); break;
            case "scenario twice": content.Items.Add(Contents.Item(0, V1.Strand.Crossover)); break;
            case "scenario not an id": content.Items[0].ScenarioId = "faxing-bedside"; break;
            case "no strand": content.Items[0].Strand = V1.Strand.Unspecified; break;
            case "unknown strand": content.Items[0].Strand = (V1.Strand)9; break;
            case "nobody in the audience": content.Audience = new V1.Audience { PhiExposures = { WireExposure.None }, EphiAccessOnly = true }; break;
            case "unspecified exposure": content.Audience.PhiExposures.Add(WireExposure.Unspecified); break;
            case "unknown constituency": content.Audience.Constituencies.Add((Workforce.V1.Constituency)99); break;
            case "job role in small letters": content.Audience.JobRoles.Add("rn"); break;
            case "empty site": content.Audience.Sites.Add(""); break;
            case "negative months": content.EveryMonths = -1; break;
            case "eleven years": content.EveryMonths = 132; break;
            case "no citations": content.Citations.Clear(); break;
            case "citation without status": content.Citations[0].Status = V1.CitationStatus.Unspecified; break;
            case "citation without source": content.Citations[0].Source = ""; break;
            case "law without edition": content.Citations[0].Edition = ""; break;
            case "policy with edition": content.Citations[1].Edition = "2013"; break;
            default: throw new ArgumentException($"Nobody knows how to break '{how}'.", nameof(how));
        }
    });
}
