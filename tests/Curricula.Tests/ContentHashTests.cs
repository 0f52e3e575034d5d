using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Training.Curricula.Tests;

public sealed class ContentHashTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "b", "ab", "a\",\"b", "\\", "ä", "😀", "</script>", "null");

    private static readonly Gen<CurriculumContent> Contents =
        from code in Text
        from title in Text
        from scenario in Gen.Choose(1, 2)
        from strand in Gen.Elements(Enum.GetValues<Strand>())
        from exposures in Gen.SubListOf(Enum.GetValues<PhiExposure>())
        from constituencies in Gen.SubListOf(Enum.GetValues<Constituency>())
        from roles in Gen.SubListOf("RN", "MD")
        from ephi in Gen.Elements(false, true)
        from months in Gen.Choose(0, 1)
        from source in Text
        from status in Gen.Elements(Enum.GetValues<CitationStatus>())
        select new CurriculumContent(
            code, title, [new CurriculumItem(Guid.Parse($"01900000-0000-7000-9000-{scenario:D12}"), strand)],
            Audience.Of(exposures, constituencies, roles, [], ephi), months, [new Citation(source, "text", status, "")]);

    [Fact]
    public void Hash_is_the_same_exactly_when_the_content_is() =>
        Prop.ForAll(Contents.ToArbitrary(), Contents.ToArbitrary(), (one, other) => one.Hash().SequenceEqual(other.Hash()) == Equals(Said(one), Said(other)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Canonical_form_is_read_back_as_it_was_written() =>
        Prop.ForAll(Contents.ToArbitrary(), content => CurriculumContent.Read(content.Canonical()).Canonical() == content.Canonical())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Hash_is_sha256_of_the_documented_form()
    {
        var content = new CurriculumContent(
            "yearly-refresher", "Yearly “refresher”", [new CurriculumItem(Guid.Parse("01900000-0000-7000-9000-000000000001"), Strand.Crossover)],
            Audience.Of([PhiExposure.VeryHigh, PhiExposure.Low], [Constituency.MedicalStaff], ["RN", "MD"], [], false), 12,
            [new Citation("45 CFR 164.530(b)(1)", "Train.", CitationStatus.Verified, "2013")]);
        const string form = """
            {"code":"yearly-refresher","title":"Yearly “refresher”","items":[{"scenario_id":"01900000-0000-7000-9000-000000000001","strand":"CROSSOVER"}],"audience":{"phi_exposures":["LOW","VERY_HIGH"],"constituencies":["MEDICAL_STAFF"],"job_roles":["MD","RN"],"sites":[],"ephi_access_only":false},"every_months":12,"citations":[{"source":"45 CFR 164.530(b)(1)","text":"Train.","status":"VERIFIED","edition":"2013"}]}
            """;
        Assert.Equal(form, content.Canonical());
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(form)), content.Hash());
    }

    // Said part by part, apart from the serializer that is tested.
    private static (string, string, CurriculumItem, string, bool, int, Citation) Said(CurriculumContent content) => (
        content.Code, content.Title, content.Items.Single(),
        string.Join(';', string.Join(',', content.Audience.PhiExposures), string.Join(',', content.Audience.Constituencies), string.Join(',', content.Audience.JobRoles)),
        content.Audience.EphiAccessOnly, content.EveryMonths, content.Citations.Single());
}
