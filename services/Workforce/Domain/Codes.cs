using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>A code by which the roster names something that the organisation registered.</summary>
internal static class Code
{
    public const int Longest = 32;

    public static string Check(string code) => code.Length is > 0 and <= Longest && code.All(IsAllowed) ? code : throw new CodeUnusable(Longest);

    private static bool IsAllowed(char character) => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '-';
}

/// <summary>A place of work; its time zone says when a day ends there.</summary>
internal sealed class Site
{
    public OrganisationId Organisation { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public static Site Register(OrganisationId organisation, string code, string name, string timeZone)
    {
        var site = new Site { Organisation = organisation, Code = Workforce.Code.Check(code) };
        site.Change(name, timeZone);
        return site;
    }

    public void Change(string name, string timeZone)
    {
        Name = Text.IsName(name) ? name : throw new CodeNameUnusable(Code);
        TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null ? timeZone : throw new TimeZoneUnknown(Code);
    }
}

/// <summary>What somebody works as.</summary>
internal sealed class JobRole
{
    public OrganisationId Organisation { get; private init; }

    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    public static JobRole Register(OrganisationId organisation, string code, string title)
    {
        var role = new JobRole { Organisation = organisation, Code = Workforce.Code.Check(code) };
        role.Change(title);
        return role;
    }

    public void Change(string title) => Title = Text.IsName(title) ? title : throw new CodeNameUnusable(Code);
}
