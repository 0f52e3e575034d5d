using Training.Architecture.Tests.Model;
using Xunit;

namespace Training.Architecture.Tests.Sources;

public sealed class DomainRuleTests
{
    private const string Path = "services/Curricula/Domain/Curriculum.cs";

    [Fact]
    public void The_domain_is_plain_csharp() => DomainRule.Check(House.Sources).AssertHolds();

    [Theory]
    [InlineData("using Microsoft.EntityFrameworkCore;", "Microsoft.EntityFrameworkCore")]
    [InlineData("using Training.Messaging;", "Training.Messaging")]
    [InlineData("using Training.Sanctions.Domain;", "Training.Sanctions.Domain")]
    [InlineData("using Event = Training.Contracts.X;", "Training.Contracts.X")]
    [InlineData("using static Google.Protobuf.X;", "Google.Protobuf.X")]
    [InlineData("using Rows = Google.Protobuf.Collections.RepeatedField<int>;", "Google.Protobuf.Collections.RepeatedField")]
    [InlineData("var x = Microsoft.Extensions.Logging.LogLevel.None;", "Microsoft.Extensions.Logging")]
    [InlineData("[Owned]\nclass A;", "[Owned]")]
    [InlineData("class A\n{\n    [MaxLength(30)] public string B { get; }\n}", "[MaxLength(30)]")]
    public void What_is_not_plain_is_found(string code, string finding) =>
        DomainRule.Check([new(Path, code)]).AssertFinds(finding);

    [Theory]
    [InlineData("using NodaTime;\nusing Training.Hosting;\nusing System.Text;\nusing Training.Curricula.Domain.Parts;")]
    [InlineData("void A()\n{\n    using var hash = new Hash();\n    using Hash other = new Hash();\n    using (hash) { }\n}")]
    [InlineData("class A { int[] B =>\n    [C, D]; }")]
    [InlineData("/// <summary>[Owned] by Microsoft.EntityFrameworkCore</summary>\nclass A;")]
    public void What_is_plain_is_not_found(string code) => DomainRule.Check([new(Path, code)]).AssertHolds();
}
