using Training.Contracts;
using Training.Hosting;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>Fills a service's outbox, and looks into it.</summary>
internal static class Outbox
{
    public static async Task<List<OutboxRow>> OutboxAsync(this RunningService service) =>
        [.. (await service.RowsAsync<OutboxRow>()).OrderBy(row => row.Id)];

    public static Task AllIsSentAsync(this RunningService service) => Eventually.IsTrueAsync(
        async () => (await service.OutboxAsync()).TrueForAll(row => row.Sent is not null && row.LeaseOwner is null), "every row of the outbox is sent");

    public static async Task<Suggestion> SuggestAsync(this RunningService service, string text = "More chairs", OrganisationId? organisation = null) =>
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = text }, service.As(organisation ?? People.Hospital, "Erin", Role.Employee));

    /// <summary>Many suggestions, so many events, in one transaction.</summary>
    public static async Task ImportAsync(this RunningService service, params IEnumerable<string> texts)
    {
        using var call = service.Suggestions.ImportSuggestions(service.As(People.Hospital, "Ines", Role.Integration));
        foreach (var text in texts)
            await call.RequestStream.WriteAsync(new SuggestRequest { Text = text });
        await call.RequestStream.CompleteAsync();
        await call;
    }

    /// <summary>Leaves events without a command around them, even when the service has stopped.</summary>
    public static Task<int> PublishAsync(this RunningService service, params string[] texts) => service.InScopeAsync(People.Hospital, db =>
    {
        foreach (var text in texts)
            db.Publish(new SuggestionMade { SuggestionId = Guid.CreateVersion7().ToString(), Text = text });
        return db.SaveChangesAsync();
    });
}
