using Xunit;

namespace Training.Architecture.Tests.References;

public sealed class ContractNamespaceRuleTests
{
    [Theory]
    [InlineData("Training.Hosting")]
    [InlineData("Training.Messaging")]
    public void Platform_knows_no_services_messages(string assembly) =>
        ContractNamespaceRule.Check(assembly, TypeReference.Read(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"))).AssertHolds();

    [Fact]
    public void A_services_message_in_Hosting_is_found() =>
        ContractNamespaceRule.Check("Training.Hosting", [Contract("Training.Contracts", "Role"), Contract("Training.Operations.V1", "OutboxEntry")])
            .AssertFinds("Training.Operations.V1.OutboxEntry");

    [Fact]
    public void A_services_message_in_Messaging_is_found() =>
        ContractNamespaceRule.Check("Training.Messaging", [Contract("Training.Operations.V1", "OutboxEntry"), Contract("Training.Curricula.V1", "CurriculumPublished")])
            .AssertFinds("Training.Curricula.V1.CurriculumPublished");

    private static TypeReference Contract(string space, string name) => new("Training.Contracts", space, name);
}
