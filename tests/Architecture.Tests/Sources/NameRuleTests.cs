using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.Sources;

public sealed class NameRuleTests
{
    [Fact]
    public void Every_name_says_something() => NameRule.Check(House.Sources).AssertHolds();

    [Theory]
    [InlineData("services/Curricula/Common/A.cs", "class A;", "'Common'")]
    [InlineData("services/Curricula/DateHelpers.cs", "class A;", "'DateHelpers'")]
    [InlineData("services/Curricula/A.cs", "internal sealed class CurriculumManager;", "'CurriculumManager'")]
    [InlineData("services/Curricula/A.cs", "record struct TextUtils(int A);", "'TextUtils'")]
    [InlineData("services/Curricula/A.cs", "interface IHelper;", "'IHelper'")]
    public void A_name_that_says_nothing_is_found(string path, string code, string finding) =>
        NameRule.Check([new(path, code)]).AssertFinds(finding);

    [Theory]
    [InlineData("class Communication;")]
    [InlineData("class A { UserManager b; } // class TextUtils")]
    [InlineData("class ManagerChains;")]
    public void Other_names_are_not_found(string code) => NameRule.Check([new("services/Curricula/A.cs", code)]).AssertHolds();
}
