using Xunit;

namespace Training.Architecture.Tests.Model;

public sealed class ProjectFileTests
{
    [Fact]
    public void A_project_file_is_read_with_all_that_it_names()
    {
        var project = ProjectFile.Parse("services/Platform/Messaging/Messaging.csproj", """
            <Project>
              <ItemGroup>
                <Uses Include="Dapr.AspNetCore" />
                <ProjectReference Include="../Hosting/Hosting.csproj" />
                <ProjectReference Include="..\..\..\contracts\Contracts.csproj" />
                <ProjectReference Include="$(RepoRoot)runtime/LocalSidecar/LocalSidecar.csproj" />
                <ProjectReference Include="$(CHOSEN_WHEN_BUILDING)" />
                <PackageReference Include="Npgsql" />
                <PackageReference Include="NodaTime" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal(["services/Platform/Hosting/Hosting.csproj", "contracts/Contracts.csproj", "runtime/LocalSidecar/LocalSidecar.csproj"], project.Projects);
        Assert.Equal(["Dapr.AspNetCore"], project.Uses);
        Assert.Equal(["Npgsql", "NodaTime"], project.Packages);
        Assert.Equal(["NodaTime"], project.OwnVersions);
    }
}
