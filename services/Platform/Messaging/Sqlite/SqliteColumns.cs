using System.Runtime.InteropServices;

namespace Training.Messaging;

/// <summary>
/// The columns of a statement's row, straight from SQLite's library: through the package that wraps it, each call counts who holds the statement, twice, and these are
/// the only calls that are made for every value. What it says of a statement is right until the statement is asked for the next row.
/// </summary>
internal static unsafe partial class SqliteColumns
{
    // The one that the package brings and calls: a statement is of the library that prepared it.
    private const string Library = "e_sqlite3";

    public static int Type(nint statement, int column) => sqlite3_column_type(statement, column);

    public static long Integer(nint statement, int column) => sqlite3_column_int64(statement, column);

    public static ReadOnlySpan<byte> Text(nint statement, int column)
    {
        // First the text, then its length: asking for text may make it from something else.
        var text = sqlite3_column_text(statement, column);
        return new ReadOnlySpan<byte>(text, sqlite3_column_bytes(statement, column));
    }

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);
}
