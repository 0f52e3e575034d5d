using System.Text;
using Grpc.Core;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class WholeFileTests
{
    private static readonly string File = Line.File(Line.Many(3));

    private static readonly (string What, byte[] File, string Reason)[] Unusable =
    [
        ("delimited by commas", Encoding.UTF8.GetBytes(File.Replace('|', ',')), "ROSTER_COLUMNS_MISSING"),
        ("delimited by tabs", Encoding.UTF8.GetBytes(File.Replace('|', '\t')), "ROSTER_COLUMNS_MISSING"),
        ("without a column", Encoding.UTF8.GetBytes(File.Replace("|site", "", StringComparison.Ordinal)), "ROSTER_COLUMNS_MISSING"),
        ("without a header", Encoding.UTF8.GetBytes(string.Join('\n', Line.Many(3).Select(line => line.ToString()))), "ROSTER_COLUMNS_MISSING"),
        ("empty", [], "ROSTER_COLUMNS_MISSING"),
        ("with a column twice", Encoding.UTF8.GetBytes(File.Replace("|left_on\n", "|left_on|site\n", StringComparison.Ordinal)), "ROSTER_COLUMN_NAMED_TWICE"),
        ("in Latin-1", Encoding.Latin1.GetBytes(File.Replace("Rosalind", "Añita", StringComparison.Ordinal)), "ROSTER_NOT_UTF8"),
        ("in UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(File)], "ROSTER_NOT_UTF8"),
        ("in UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(File), "ROSTER_NOT_UTF8"),
        ("cut within a character", Encoding.UTF8.GetBytes(File + "1004|Añ")[..^1], "ROSTER_NOT_UTF8"),
        ("without line ends", Encoding.UTF8.GetBytes(Line.Header + "\n" + new string('x', 3_000_000)), "ROSTER_LINE_TOO_LONG"),
    ];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_the_whole_file_and_changes_nothing_when_it_cannot_be_what_was_meant(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(2));
        var before = await Stored.InAsync(service);

        foreach (var (what, file, reason) in Unusable)
        {
            await Refusal.ExpectAsync(StatusCode.InvalidArgument, reason, () => hospital.ImportAsync(file));
            Assert.True(before == await Stored.InAsync(service), $"A file {what} has changed something.");
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_a_file_that_would_remove_40_percent_until_just_that_number_is_confirmed(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(100));
        var before = await Stored.InAsync(service);
        var remaining = Line.Many(60);

        Assert.True((await hospital.PreviewAsync(remaining, Hospital.Day2)).LeaversNeedConfirmation);
        foreach (var wrong in (int[])[0, 39, 41, 100])
            await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "LEAVERS_NOT_CONFIRMED", () => hospital.ImportAsync(remaining, Hospital.Day2, wrong));
        Assert.Equal(before, await Stored.InAsync(service));

        Assert.Equal(40, (await hospital.ImportAsync(remaining, Hospital.Day2, confirmedLeavers: 40)).Counts.Left);
    }

    [Fact]
    public async Task ImportRoster_needs_no_confirmation_when_exactly_a_tenth_leaves()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(30));

        Assert.False((await hospital.PreviewAsync(Line.Many(27), Hospital.Day2)).LeaversNeedConfirmation);
        Assert.Equal(3, (await hospital.ImportAsync(Line.Many(27), Hospital.Day2)).Counts.Left);
        await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "LEAVERS_NOT_CONFIRMED", () => hospital.ImportAsync(Line.Many(24), Hospital.Day3));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_a_file_that_is_older_than_the_last(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(2), Hospital.Day2);

        await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "ROSTER_OLDER_THAN_LAST", () => hospital.ImportAsync(Line.Many(3), Hospital.Day1));
        await Refusal.ExpectAsync(StatusCode.FailedPrecondition, "ROSTER_OLDER_THAN_LAST", () => hospital.PreviewAsync(Line.Many(3), Hospital.Day1));
        Assert.Equal(1, (await hospital.ImportAsync(Line.Many(3), Hospital.Day2)).Counts.Added);
    }

    [Theory]
    [InlineData("", Hospital.Day1, "ROSTER_FILE_NAME_UNUSABLE")]
    [InlineData("a\nb", Hospital.Day1, "ROSTER_FILE_NAME_UNUSABLE")]
    [InlineData("roster.txt", "tomorrow", "DATE_UNREADABLE")]
    [InlineData("roster.txt", "", "DATE_UNREADABLE")]
    [InlineData("roster.txt", "2999-01-01", "ROSTER_TOO_FAR_AHEAD")]
    public async Task ImportRoster_refuses_a_header_that_says_nonsense(string fileName, string effectiveOn, string reason)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);

        await Refusal.ExpectAsync(StatusCode.InvalidArgument, reason, async () =>
        {
            using var call = hospital.Roster.ImportRoster(hospital.As(Role.Integration));
            await call.RequestStream.WriteAsync(new RosterChunk { Header = new RosterHeader { FileName = fileName, EffectiveOn = effectiveOn } });
            await call.RequestStream.CompleteAsync();
            await call;
        });
    }

    [Theory]
    [InlineData("2026-03-10T09:59:59Z", "2026-03-11", true)]
    [InlineData("2026-03-10T09:59:59Z", "2026-03-12", false)]
    [InlineData("2026-03-10T10:00:00Z", "2026-03-12", true)]
    [InlineData("2026-03-10T10:00:00Z", "2026-03-13", false)]
    [InlineData("2026-03-10T10:00:00Z", "2027-03-10", false)]
    public void A_file_is_effective_by_the_day_after_todays_wherever_that_is_latest(string now, string effectiveOn, bool accepted)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var day = PeopleMessages.ParseDate("effective_on", effectiveOn);
        if (accepted)
            Assert.Equal(day, RosterHeading.Of("roster.txt", day, 0, at).EffectiveOn);
        else
            Assert.Throws<RosterTooFarAhead>(() => RosterHeading.Of("roster.txt", day, 0, at));
    }

    [Fact]
    public async Task ImportRoster_refuses_a_file_of_days_to_come_and_takes_the_next_nights()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var ahead = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await Refusal.ExpectAsync(StatusCode.InvalidArgument, "ROSTER_TOO_FAR_AHEAD", () => hospital.ImportAsync(Line.Many(3), ahead));

        Assert.Equal(3, (await hospital.ImportAsync(Line.Many(3), Hospital.Day2)).Counts.Added);
    }

    [Fact]
    public async Task ImportRoster_refuses_a_stream_without_a_header_and_one_with_two()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var header = new RosterChunk { Header = new RosterHeader { FileName = "roster.txt", EffectiveOn = Hospital.Day1 } };
        var data = new RosterChunk { Data = Google.Protobuf.ByteString.CopyFromUtf8(File) };

        foreach (var chunks in (RosterChunk[][])[[], [data], [header, data, header], [header, new RosterChunk(), header]])
        {
            await Refusal.ExpectAsync(StatusCode.InvalidArgument, "ROSTER_HEADER_MISSING", async () =>
            {
                using var call = hospital.Roster.ImportRoster(hospital.As(Role.Integration));
                foreach (var chunk in chunks)
                    await call.RequestStream.WriteAsync(chunk);
                await call.RequestStream.CompleteAsync();
                await call;
            });
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_leaves_nothing_half_done_when_the_caller_leaves_halfway(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(20));
        var before = await Stored.InAsync(service);
        var bytes = Google.Protobuf.ByteString.CopyFromUtf8(Line.File(Line.Many(600)));

        using (var call = hospital.Roster.ImportRoster(hospital.As(Role.Hr, key: "cut off")))
        {
            await call.RequestStream.WriteAsync(new RosterChunk { Header = new RosterHeader { FileName = "roster.txt", EffectiveOn = Hospital.Day2 } });
            await call.RequestStream.WriteAsync(new RosterChunk { Data = bytes });
        }

        Assert.Equal(before, await Stored.InAsync(service));
        Assert.Equal(580, (await hospital.ImportAsync(bytes.ToStringUtf8(), Hospital.Day2, key: "cut off")).Counts.Added);
    }
}
