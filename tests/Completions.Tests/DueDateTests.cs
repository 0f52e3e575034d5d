using NodaTime;

namespace Training.Completions.Tests;

public sealed class DueDateTests
{
    [Theory]
    [InlineData("2028-02-29", "America/New_York", "2028-03-01T05:00:00Z")]
    [InlineData("2027-03-14", "America/New_York", "2027-03-15T04:00:00Z")] // a day of 23 hours
    [InlineData("2027-11-07", "America/New_York", "2027-11-08T05:00:00Z")] // a day of 25 hours
    [InlineData("2018-11-03", "America/Sao_Paulo", "2018-11-04T03:00:00Z")] // the next day begins at one o'clock
    [InlineData("2027-06-30", "Pacific/Kiritimati", "2027-06-30T10:00:00Z")]
    [InlineData("2027-12-31", "Asia/Kolkata", "2027-12-31T18:30:00Z")]
    [InlineData("2027-12-31", "no such zone", "2028-01-01T00:00:00Z")]
    public void Due_instant_is_the_end_of_the_due_date_where_the_member_works(string day, string zone, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Deadline.Of(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, zone));

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Due_date_ends_with_the_day_of_each_site_when_a_campaign_has_many(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var campaign = Told.Id();
        await service.DeliverAsync(Told.Members(
            Told.Member("east", zone: "America/New_York"), Told.Member("west", zone: "America/Los_Angeles"), Told.Member("desert", zone: "America/Phoenix")));

        await service.DeliverAsync(Told.Launched(campaign, [Told.Id()], dueOn: "2028-02-29"));
        await service.DeliverAsync(Told.Members(Told.Member("late", zone: "Pacific/Honolulu"), Told.Member("east", version: 2, zone: "America/Los_Angeles")));

        var due = (await service.AssignmentsOfAsync(campaign)).ToDictionary(a => a.MemberId, a => a.Due.ToDateTimeOffset());
        Assert.Equal(At(8), due[Somebody.Named("west").ToString()]);
        Assert.Equal(At(7), due[Somebody.Named("desert").ToString()]);
        Assert.Equal(At(10), due[Somebody.Named("late").ToString()]);
        // Who moves is due with the day of the new site.
        Assert.Equal(At(8), due[Somebody.Named("east").ToString()]);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Assignment_is_overdue_where_the_day_is_over_and_open_where_it_is_not(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var campaign = Told.Id();
        var today = await TodayAsync();
        await service.DeliverAsync(Told.Members(Told.Member("first on earth", zone: "Pacific/Kiritimati"), Told.Member("last on earth", zone: "Etc/GMT+12")));

        await service.DeliverAsync(Told.Launched(campaign, [Told.Id()], dueOn: today.ToString("uuuu-MM-dd", null)));
        await service.DeliverAsync(Told.Members(Told.Member("too late", zone: "Pacific/Kiritimati"), Told.Member("in time", zone: "Etc/GMT+12")));

        Assert.Equal(V1.AssignmentState.Overdue, (await service.TheOneOfAsync("first on earth")).State);
        Assert.Equal(V1.AssignmentState.Open, (await service.TheOneOfAsync("last on earth")).State);
        Assert.Equal(V1.AssignmentState.Open, (await service.TheOneOfAsync("in time")).State);
        Assert.Empty(await service.OwnAsync("too late"));
        Assert.Equal(1, (await service.ProgressAsync(campaign)).Overdue);
    }

    [Fact]
    public void Date_is_open_until_it_is_over_everywhere()
    {
        var day = new LocalDate(2027, 5, 1);
        var lastZoneOver = new DateTimeOffset(2027, 5, 2, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(day, Deadline.FirstOpen(lastZoneOver.AddTicks(-1)));
        Assert.Equal(day.PlusDays(1), Deadline.FirstOpen(lastZoneOver));
    }

    // A day that ends on earth while the test runs would be another test.
    private static async Task<LocalDate> TodayAsync()
    {
        var today = default(LocalDate);
        await Eventually.IsTrueAsync(
            () => (today = FirstOpenIn(TimeSpan.Zero)) == FirstOpenIn(TimeSpan.FromMinutes(1)), "noon at Greenwich, when the last day on earth ends, has passed", TimeSpan.FromMinutes(2));
        return today;
    }

    private static LocalDate FirstOpenIn(TimeSpan time) => Deadline.FirstOpen(TimeProvider.System.GetUtcNow() + time);

    private static DateTimeOffset At(int hour) => new(2028, 3, 1, hour, 0, 0, TimeSpan.Zero);
}
