using Training.Hosting;

namespace Training.Reference;

/// <summary>Something that an employee would like to change, until an officer takes it up.</summary>
internal sealed class Suggestion
{
    public const int Longest = 500;

    public OrganisationId Organisation { get; private init; }

    public SuggestionId Id { get; private init; }

    public string Text { get; private init; } = "";

    public MemberId? By { get; private init; }

    public DateTimeOffset Made { get; private init; }

    public MemberId? AcceptedBy { get; private set; }

    public long Version { get; private set; }

    public static Suggestion Make(SuggestionId id, string text, Caller caller, DateTimeOffset now)
    {
        if (text.Length is 0 or > Longest)
            throw new SuggestionTextUnusable(text.Length);
        return new Suggestion { Organisation = caller.Organisation, Id = id, Text = text, By = caller.Member, Made = now, Version = 1 };
    }

    public void Accept(Caller caller)
    {
        if (AcceptedBy is not null)
            throw new SuggestionAlreadyAccepted(Id);
        if (caller.Member is null || caller.Member == By)
            throw new OwnSuggestion();
        AcceptedBy = caller.Member;
        Version++;
    }
}
