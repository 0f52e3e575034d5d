using NodaTime;

namespace Training.Sanctions.Tests;

public sealed class CalendarTests
{
    // Half past one in the morning at Greenwich is the evening before in Chicago.
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_case_goes_by_the_calendar_of_the_subjects_site() =>
        Assert.Equal((new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 2)), (At("America/Chicago").Today, At("Nowhere/Unknown").Today));

    [Fact]
    public void A_date_written_down_elsewhere_is_taken_from_anywhere_on_earth() =>
        Assert.Equal((new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 2)), (Step.EarliestDateOf(Evening), Step.LatestDateOf(Evening)));

    [Fact]
    public void An_officer_holds_an_office_on_the_first_and_the_last_day_and_no_other()
    {
        var (first, last) = (new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 9));
        var register = new OfficerRegister { Designations = [new Designation(Office.Privacy, People.Privacy, first, last)] };
        Assert.Equal(
            [false, true, true, false],
            new[] { first.PlusDays(-1), first, last, last.PlusDays(1) }.Select(day => register.Holds(People.Privacy, Office.Privacy, day)));
        Assert.False(register.Holds(People.Privacy, Office.Security, first));
        Assert.False(register.Holds(People.Nurse, Office.Privacy, first));
    }

    private static Step At(string zone) => new(People.Privacy, 1, Evening, null, zone);
}
