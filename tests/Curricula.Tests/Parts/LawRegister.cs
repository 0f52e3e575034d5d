using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Training.Curricula.Tests;

/// <summary>content/law/clauses.yaml, as far as citations need it.</summary>
internal sealed class LawRegister
{
    public Dictionary<string, string> Editions { get; set; } = [];

    public List<Clause> Clauses { get; set; } = [];

    public static LawRegister Read() =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<LawRegister>(File.ReadAllText(RepositoryRoot.At("content", "law", "clauses.yaml")));

    /// <summary>What a citation of this source must say: text, status and edition.</summary>
    public (string Text, string Status, string Edition)? Find(string source) =>
        Clauses.SingleOrDefault(clause => clause.Citation == source) is { } clause ? (clause.Says, clause.Status, Editions[clause.Edition]) : null;

    internal sealed class Clause
    {
        public string Citation { get; set; } = "";

        public string Says { get; set; } = "";

        public string Edition { get; set; } = "";

        public string Status { get; set; } = "";
    }
}
