using Training.Contracts;
using Xunit;

namespace Training.Architecture.Tests.Contracts;

public sealed class EventFileRuleTests
{
    private const string Events = "training/curricula/v1/events.proto";

    [Fact]
    public void Every_event_file_states_its_package_as_its_topic() => EventFileRule.Check(ContractFiles.OursAndTheExamples).AssertHolds();

    [Fact]
    public void An_event_file_without_a_topic_is_found() =>
        EventFileRule.Check([SampleProto.File(Events)]).AssertFinds("states the topic ''");

    [Fact]
    public void A_topic_that_is_not_the_package_is_found() =>
        EventFileRule.Check([SampleProto.File(Events, "curricula")]).AssertFinds("states the topic 'curricula'");

    [Fact]
    public void A_topic_outside_an_event_file_is_found() =>
        EventFileRule.Check([SampleProto.File("training/curricula/v1/curricula.proto", "training.curricula.v1")]).AssertFinds("events live in events.proto");

    [Fact]
    public void A_service_in_an_event_file_is_found() =>
        EventFileRule.Check([SampleProto.File(Events, "training.curricula.v1", SampleProto.Method("Get", isQuery: true, Role.Hr))]).AssertFinds("has a service");

    [Fact]
    public void An_event_file_without_events_is_found() =>
        EventFileRule.Check([SampleProto.File(Events, "training.curricula.v1", message: null)]).AssertFinds("has no event");

    [Fact]
    public void A_proper_event_file_is_not_found() => EventFileRule.Check([SampleProto.File(Events, "training.curricula.v1")]).AssertHolds();
}
