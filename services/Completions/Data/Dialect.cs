namespace Training.Completions;

/// <summary>A column of rows that are handed to a statement as JSON.</summary>
internal readonly record struct JsonColumn(string Name, string PostgresType);

/// <summary>What the two databases say differently in statements that are written by hand. Parameters are named by their place: <c>{0}</c>.</summary>
internal abstract class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();
    public static readonly Dialect Postgres = new PostgresDialect();

    /// <summary>A table made of a parameter that holds a JSON array of objects.</summary>
    public abstract string Rows(string parameter, params IEnumerable<JsonColumn> columns);

    /// <summary>A new UUID that begins with a parameter's text, 15 characters that hold time and version, and is random from there on.</summary>
    public abstract string NewId(string parameter);

    /// <summary>Whether a list that <see cref="Audience.Joined"/> made is empty or holds a code.</summary>
    public abstract string Allows(string list, string code);

    /// <summary>Whether an id is one of a parameter's, which <see cref="Ids"/> made.</summary>
    public abstract string IsOneOf(string id, string parameter);

    public abstract object Ids(IReadOnlyCollection<Guid> ids);

    /// <summary>Waits until nobody else changes the organisation's record (parameter 0); lasts until the transaction ends.</summary>
    public abstract string? LockRecord { get; }

    /// <summary>Waits until nobody else changes the member's part (parameter 1) of the organisation's record (parameter 0).</summary>
    public abstract string? LockMember { get; }

    private sealed class SqliteDialect : Dialect
    {
        public override string Rows(string parameter, params IEnumerable<JsonColumn> columns) =>
            $"(SELECT {string.Join(", ", columns.Select(c => $"value ->> '{c.Name}' AS {c.Name}"))} FROM json_each({parameter}))";

        public override string NewId(string parameter) =>
            $"{parameter} || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))";

        public override string Allows(string list, string code) =>
            $"({list} = '' OR instr({list}, '{Audience.Separator}' || {code} || '{Audience.Separator}') > 0)";

        public override string IsOneOf(string id, string parameter) => $"{id} IN (SELECT value FROM json_each({parameter}))";

        public override object Ids(IReadOnlyCollection<Guid> ids) => Json.OfIds(ids);

        // A transaction is the only writer.
        public override string? LockRecord => null;

        public override string? LockMember => null;
    }

    private sealed class PostgresDialect : Dialect
    {
        public override string Rows(string parameter, params IEnumerable<JsonColumn> columns) =>
            $"jsonb_to_recordset(CAST({parameter} AS jsonb)) AS rows({string.Join(", ", columns.Select(c => $"{c.Name} {c.PostgresType}"))})";

        public override string NewId(string parameter) => $"CAST({parameter} || substr(CAST(gen_random_uuid() AS text), 16) AS uuid)";

        public override string Allows(string list, string code) =>
            $"({list} = '' OR strpos({list}, '{Audience.Separator}' || {code} || '{Audience.Separator}') > 0)";

        public override string IsOneOf(string id, string parameter) => $"{id} = ANY ({parameter})";

        public override object Ids(IReadOnlyCollection<Guid> ids) => ids.ToArray();

        public override string LockRecord => "SELECT pg_advisory_xact_lock(hashtextextended(CAST({0} AS text), 0))";

        public override string LockMember => """
            SELECT pg_advisory_xact_lock_shared(hashtextextended(CAST({0} AS text), 0)),
                   pg_advisory_xact_lock(hashtextextended(CAST({1} AS text), 1))
            """;
    }
}
