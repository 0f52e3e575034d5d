namespace Training.Curricula;

/// <summary>What a content must be before anybody signs it, as far as the content alone tells.</summary>
internal static class ContentRules
{
    public const int LongestCode = 60;
    public const int LongestTitle = 200;
    public const int MostItems = 100;
    public const int MostMonths = 120;

    private const int LongestSource = 200;
    private const int LongestCitation = 1000;
    private const int MostCitations = 50;
    private const int MostCodes = 500;

    public static void Check(CurriculumContent content)
    {
        if (content.Code.Length > LongestCode || !IsSlug(content.Code))
            throw new CurriculumCodeUnusable();
        Line.Check("content.title", content.Title, LongestTitle);
        CheckItems(content.Items);
        CheckAudience(content.Audience);
        if (content.EveryMonths is < 0 or > MostMonths)
            throw new MonthsOutOfRange(content.EveryMonths);
        CheckCitations(content.Citations);
    }

    private static void CheckItems(IReadOnlyList<CurriculumItem> items)
    {
        if (items.Count is 0 or > MostItems)
            throw new ItemCountUnusable(items.Count);
        var seen = new HashSet<Guid>();
        foreach (var item in items)
        {
            if (!Enum.IsDefined(item.Strand))
                throw new StrandMissing(item.ScenarioId);
            if (!seen.Add(item.ScenarioId))
                throw new ScenarioTwice(item.ScenarioId);
        }
    }

    private static void CheckAudience(Audience audience)
    {
        if (!audience.PhiExposures.All(Enum.IsDefined))
            throw new AudienceValueUnknown("content.audience.phi_exposures");
        if (!audience.Constituencies.All(Enum.IsDefined))
            throw new AudienceValueUnknown("content.audience.constituencies");
        CheckCodes("content.audience.job_roles", audience.JobRoles);
        CheckCodes("content.audience.sites", audience.Sites);
        if (audience.IsContradictory())
            throw new AudienceContradictory();
    }

    private static void CheckCodes(string field, IReadOnlyList<string> codes)
    {
        if (codes.Count > MostCodes || !codes.All(IsCode))
            throw new AudienceValueUnknown(field);
    }

    private static void CheckCitations(IReadOnlyList<Citation> citations)
    {
        if (citations.Count is 0 or > MostCitations)
            throw new CitationCountUnusable(citations.Count);
        foreach (var citation in citations)
        {
            Line.Check("content.citations.source", citation.Source, LongestSource);
            Line.Check("content.citations.text", citation.Text, LongestCitation);
            if (!Enum.IsDefined(citation.Status))
                throw new CitationStatusMissing(citation.Source);
            if (citation.Status == CitationStatus.Policy)
            {
                if (citation.Edition != "")
                    throw new EditionOfPolicy(citation.Source);
            }
            else
            {
                Line.Check("content.citations.edition", citation.Edition, LongestSource);
            }
        }
    }

    // Lower-case words joined by hyphens.
    private static bool IsSlug(string text) =>
        text.Split('-').All(word => word != "" && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    // As Workforce registers them.
    private static bool IsCode(string text) =>
        text.Length is > 0 and <= LongestCode && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
