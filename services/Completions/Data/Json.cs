using System.Text.Json;

namespace Training.Completions;

/// <summary>Rows on their way into a statement. Ids in upper case, as SQLite keeps them; PostgreSQL reads either.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Of<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, SnakeCase);

    public static string OfIds(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(Of));

    public static string Of(Guid id) => id.ToString().ToUpperInvariant();
}
