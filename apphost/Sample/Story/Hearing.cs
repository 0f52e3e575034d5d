using Training.Hosting;
using Training.Operations.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>Events travel in any order, and the services end right in every one. The story waits for them nevertheless, so that its audit trail reads the same each time.</summary>
internal static class Hearing
{
    private const int Page = 500;

    private static readonly OrganisationId[] Organisations = [People.Hospital, People.Clinic];

    /// <summary>Until every event that any service has decided was taken by everybody whom it concerns.</summary>
    public static Task EverythingAsync(Stage stage, CancellationToken ct) => Waiting.UntilAsync(
        async () =>
        {
            var waiting = 0;
            foreach (var organisation in Organisations)
            {
                foreach (var (_, operations) in stage.Operators.Services)
                {
                    var outbox = await operations.ListOutboxAsync(
                        new ListOutboxRequest { PageSize = Page }, stage.Operators.As(People.Operator(organisation)), cancellationToken: ct);
                    waiting += outbox.Entries.Count;
                }
            }

            return waiting;
        },
        waiting => waiting == 0,
        waiting => $"{waiting} events are not delivered",
        ct);
}
