using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Training.Curricula;

/// <summary>What the officers sign. Its canonical form is what is stored and hashed: JSON, fields in this order, no white space.</summary>
internal sealed record CurriculumContent(
    string Code, string Title, IReadOnlyList<CurriculumItem> Items, Audience Audience, int EveryMonths, IReadOnlyList<Citation> Citations)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public string Canonical() => JsonSerializer.Serialize(this, Form);

    public static CurriculumContent Read(string canonical) => JsonSerializer.Deserialize<CurriculumContent>(canonical, Form)!;

    /// <summary>SHA-256 of the canonical form in UTF-8.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Canonical()));
}

/// <summary>One scenario of the curriculum, in the order in which it is taught.</summary>
internal sealed record CurriculumItem(Guid ScenarioId, Strand Strand);

/// <summary>Why something is taught.</summary>
internal sealed record Citation(string Source, string Text, CitationStatus Status, string Edition);
