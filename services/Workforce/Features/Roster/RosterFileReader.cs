using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Training.Workforce;

/// <summary>Reads HR's file while it comes in. A file that cannot be what was meant is refused as a whole.</summary>
internal static class RosterFileReader
{
    private const int MostLines = 500_000;
    private const int LongestLine = 64 * 1024;

    // A value holds no '|' and a line ends where it ends: a stray quotation mark cannot swallow the lines after it.
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = '|',
        Mode = CsvMode.NoEscape,
        Encoding = Encoding.UTF8,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = LongestLine,
    };

    public static async Task<RosterFile> ReadAsync(RosterUpload file, RosterLineReader lines, CancellationToken ct)
    {
        await using var csv = CsvReader.Create(file, Format, leaveOpen: true);
        try
        {
            var (read, refused) = await ReadLinesAsync(csv, lines, ct);
            return new RosterFile(read, refused, file.GetHash());
        }
        catch (CsvFormatException)
        {
            throw new RosterLineTooLong();
        }
    }

    private static async Task<(List<RosterLine> Read, List<RosterReject> Refused)> ReadLinesAsync(CsvReader csv, RosterLineReader lines, CancellationToken ct)
    {
        await csv.ReadHeaderAsync(ct);
        string[] header = [.. csv.Headers.Select(name => name.Trim())];
        // What is left of a byte that is no UTF-8, and what stands between the letters of UTF-16.
        if (header.Any(name => name.AsSpan().ContainsAny('\uFFFD', '\0')))
            throw new RosterNotUtf8();
        var places = RosterColumns.Find(header);
        List<RosterLine> read = [];
        List<RosterReject> refused = [];
        var values = new string[places.Length];
        while (await csv.ReadAsync(ct))
        {
            if (!Utf8.IsValid(csv.RawRecord))
                throw new RosterNotUtf8();
            if (read.Count + refused.Count == MostLines)
                throw new RosterTooLong(MostLines);
            if (csv.FieldCount != header.Length)
            {
                var number = places[0] < csv.FieldCount ? csv.GetString(places[0]) : "";
                refused.Add(RosterLineReader.WrongLength((int)csv.LineNumber, number, csv.FieldCount, header.Length));
                continue;
            }
            for (var i = 0; i < places.Length; i++)
                values[i] = csv.GetString(places[i]);
            var (line, reject) = lines.Read((int)csv.LineNumber, values);
            if (line is not null)
                read.Add(line);
            else
                refused.Add(reject!);
        }
        return (read, refused);
    }
}
