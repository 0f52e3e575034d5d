using Training.Gateway.Types;

namespace Training.Gateway.Tests;

public sealed class SchemaTests
{
    private static readonly string Committed = RepositoryRoot.At("gateway", "schema.graphql");

    [Fact]
    public async Task Committed_schema_is_what_the_running_gateway_exports()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());
        var exported = await gateway.Http.GetStringAsync("graphql/schema.graphql");

        Assert.True(exported.TrimEnd() == (await File.ReadAllTextAsync(Committed)).TrimEnd(), "gateway/schema.graphql is not what the gateway exports: run `make schema` and read the difference.");
    }

    [Fact]
    public async Task Every_type_field_and_value_says_what_it_is()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());
        var schema = await SchemaWalk.ReadAsync(gateway);
        var undescribed = schema.Undescribed().ToList();

        Assert.True(undescribed.Count == 0, string.Join("\n", undescribed));
        Assert.True(schema.Fields.Count() > 400);
    }

    public static TheoryData<Type, Type> Enums => new()
    {
        { typeof(Constituency), typeof(Workforce.V1.Constituency) },
        { typeof(PhiExposure), typeof(Workforce.V1.PhiExposure) },
        { typeof(MemberStatus), typeof(Workforce.V1.MemberStatus) },
        { typeof(Office), typeof(Workforce.V1.Office) },
        { typeof(ChangeKind), typeof(Workforce.V1.ChangeKind) },
        { typeof(Strand), typeof(Curricula.V1.Strand) },
        { typeof(CurriculumState), typeof(Curricula.V1.CurriculumState) },
        { typeof(CitationStatus), typeof(Curricula.V1.CitationStatus) },
        { typeof(CampaignState), typeof(Curricula.V1.CampaignState) },
        { typeof(Outcome), typeof(Scenarios.V1.Outcome) },
        { typeof(AssignmentState), typeof(Completions.V1.AssignmentState) },
        { typeof(AssignmentSource), typeof(Completions.V1.AssignmentSource) },
        { typeof(CaseState), typeof(Sanctions.V1.CaseState) },
        { typeof(TrainingVerdict), typeof(Sanctions.V1.TrainingVerdict) },
    };

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_of_the_schema_has_the_contracts_names_and_numbers(Type ours, Type contracts) => Assert.Equal(
        Enum.GetValues(contracts).Cast<object>().Where(value => (int)value != 0).Select(value => $"{value} = {(int)value}"),
        Enum.GetValues(ours).Cast<object>().Select(value => $"{value} = {(int)value}"));
}
