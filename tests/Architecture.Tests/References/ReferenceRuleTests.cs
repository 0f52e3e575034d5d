using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.References;

public sealed class ReferenceRuleTests
{
    [Fact]
    public void Every_project_knows_only_what_it_may() => ReferenceRule.Check(House.Projects).AssertHolds();

    [Fact]
    public void Every_place_that_is_built_has_a_project() =>
        Assert.Equal(
            Enum.GetValues<Place>().Except(NotYetBuilt.Places).Order(),
            House.Projects.Select(project => Places.Of(project.Path)).Distinct().Order());

    [Theory]
    [InlineData("runtime/Grpc.AspNetCore/X.csproj", "services/Platform/Hosting/Hosting.csproj", "may not know Hosting")]
    [InlineData("runtime/Grpc.AspNetCore/X.csproj", "runtime/Grpc.Core.Api/Grpc.Core.Api.csproj", "names the stand-in")]
    [InlineData("contracts/Contracts.csproj", "services/Platform/Hosting/Hosting.csproj", "may not know Hosting")]
    [InlineData("services/Platform/Hosting/Hosting.csproj", "services/Platform/Messaging/Messaging.csproj", "may not know Messaging")]
    [InlineData("services/Platform/Messaging/Messaging.csproj", "services/Curricula/Curricula.csproj", "may not know Service")]
    [InlineData("services/Curricula/Curricula.csproj", "services/Sanctions/Sanctions.csproj", "may not know Service")]
    [InlineData("services/Curricula/Curricula.csproj", "gateway/Gateway.csproj", "may not know Gateway")]
    [InlineData("services/Curricula/Curricula.csproj", "runtime/Dapr.AspNetCore/Dapr.AspNetCore.csproj", "names the stand-in")]
    [InlineData("services/Curricula/Curricula.csproj", "runtime/LocalSidecar/LocalSidecar.csproj", "only apphost and tests")]
    [InlineData("services/Curricula/Curricula.csproj", "services/Platform/DesignTime/DesignTime.csproj", "may not know DesignTime")]
    [InlineData("gateway/Gateway.csproj", "services/Platform/Messaging/Messaging.csproj", "may not know Messaging")]
    [InlineData("gateway/Gateway.csproj", "services/Curricula/Curricula.csproj", "may not know Service")]
    [InlineData("web/Web.csproj", "contracts/Contracts.csproj", "may not know Contracts")]
    [InlineData("web/Web.csproj", "gateway/Gateway.csproj", "may not know Gateway")]
    [InlineData("apphost/AppHost.csproj", "tests/Support/Support.csproj", "may not know Tests")]
    [InlineData("services/Curricula/Curricula.csproj", "tests/Support/Support.csproj", "may not know Tests")]
    [InlineData("services/Curricula/Curricula.csproj", "apphost/AppHost.csproj", "may not know AppHost")]
    [InlineData("tests/Runtime.Tests/Runtime.Tests.csproj", "runtime/Grpc.AspNetCore/Grpc.AspNetCore.csproj", "names the stand-in")]
    public void A_forbidden_reference_is_found(string project, string reference, string finding) =>
        ReferenceRule.Check([Sample(project) with { Projects = [reference] }]).AssertFinds(finding);

    [Theory]
    [InlineData("runtime/Grpc.Core.Api/X.csproj", "Grpc.AspNetCore")]
    [InlineData("contracts/Contracts.csproj", "Grpc.AspNetCore")]
    [InlineData("services/Platform/Hosting/Hosting.csproj", "Dapr.AspNetCore")]
    [InlineData("services/Curricula/Curricula.csproj", "Dapr.AspNetCore")]
    [InlineData("gateway/Gateway.csproj", "Dapr.AspNetCore")]
    [InlineData("web/Web.csproj", "Grpc.AspNetCore")]
    public void A_forbidden_use_is_found(string project, string use) =>
        ReferenceRule.Check([Sample(project) with { Uses = [use] }]).AssertFinds($"uses {use}");

    [Theory]
    [InlineData("gateway/Gateway.csproj", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("services/Platform/Hosting/Hosting.csproj", "Npgsql")]
    public void Storage_in_a_place_without_data_is_found(string project, string package) =>
        ReferenceRule.Check([Sample(project) with { Packages = [package] }]).AssertFinds(package);

    [Fact]
    public void A_version_in_a_project_file_is_found() =>
        ReferenceRule.Check([Sample("services/Curricula/Curricula.csproj") with { OwnVersions = ["NodaTime"] }]).AssertFinds("gives NodaTime a version");

    [Theory]
    [InlineData("tools/Thing/Thing.csproj")]
    [InlineData("services/Platform/Shared/Shared.csproj")]
    public void A_project_in_a_folder_that_the_house_does_not_know_is_refused(string project) =>
        Assert.Throws<ArgumentException>(() => ReferenceRule.Check([Sample(project) with { Uses = ["Grpc.AspNetCore"] }]));

    private static ProjectFile Sample(string path) => new(path, [], [], [], []);
}
