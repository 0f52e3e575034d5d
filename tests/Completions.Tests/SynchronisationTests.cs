using Training.Completions.V1;
using Training.Contracts;
using Training.Hosting;

namespace Training.Completions.Tests;

/// <summary>An HR system or an LMS that follows changes ends with what the service has, and is told nothing twice without need.</summary>
public sealed class SynchronisationTests
{
    private readonly Guid _campaign = Told.Id(), _fax = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Each_change_of_an_assignment_is_told_to_who_follows_and_nothing_else(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var copy = new Copy(service);
        await service.DeliverAsync(Told.Members(Told.Member("ann"), Told.Member("ben"), Told.Member("cleo")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax, Told.Id()]));
        Assert.Equal(["ann", "ben", "cleo"], await copy.FollowAsync());
        Assert.Empty(await copy.FollowAsync());

        await service.DeliverAsync(Told.Run("ben", _fax, minute: 1, passed: false));
        Assert.Equal(["ben"], await copy.FollowAsync());
        await service.DeliverAsync(Told.Run("ben", _fax, minute: 2, passed: false));
        Assert.Equal(["ben"], await copy.FollowAsync());
        await service.DeliverAsync(Told.Run("ben", Told.Id()));
        Assert.Empty(await copy.FollowAsync());
        await service.DeliverAsync(Told.Members(Told.Member("cleo", version: 2, status: Workforce.V1.MemberStatus.Left), Told.Member("dan")));
        Assert.Equal(["cleo", "dan"], await copy.FollowAsync());
        await service.DeliverAsync(Told.Remediation(Told.Id(), "ann", _fax));
        Assert.Equal(["ann"], await copy.FollowAsync());
        await service.DeliverAsync(Told.Run("ann", _fax, minute: 3));
        Assert.Equal(["ann", "ann"], await copy.FollowAsync());
        await service.DeliverAsync(Told.Cancelled(_campaign));
        Assert.Equal(["ann", "ben", "dan"], await copy.FollowAsync());
        await copy.IsWholeAsync();
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Who_follows_while_many_things_happen_at_once_misses_nothing(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var names = Enumerable.Range(0, 24).Select(number => $"nurse {number}").ToArray();
        await service.DeliverAsync(Told.Members(names.Select(name => Told.Member(name))));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax]));
        var copy = new Copy(service);

        var happening = Task.WhenAll(
        [
            .. names.Select(name => service.DeliverAsync(Told.Run(name, _fax, passed: false))),
            .. names.Select((name, minute) => service.DeliverAsync(Told.Run(name, _fax, minute: 20 + minute))),
            service.DeliverAsync(Told.Launched(Told.Id(), [_fax])),
            service.DeliverAsync(Told.Members(names.Take(5).Select(name => Told.Member(name, version: 2, zone: "Europe/Paris")))),
        ]);
        while (!happening.IsCompleted)
            await copy.FollowAsync();
        await happening;
        await copy.FollowAsync();

        await copy.IsWholeAsync();
    }

    /// <summary>What an outside system has, which only ever asks what changed.</summary>
    private sealed class Copy(ServiceUnderTest service)
    {
        private readonly Dictionary<string, V1.Assignment> _assignments = [];
        private readonly Dictionary<string, V1.Completion> _completions = [];
        private string _assignmentsUntil = "", _completionsUntil = "";

        /// <returns>Whose assignments were told, by name where it is one of the tests' usual ones.</returns>
        public async Task<IReadOnlyList<string>> FollowAsync()
        {
            List<string> told = [];
            for (var more = true; more;)
            {
                var page = await service.Assignments().ListAssignmentsAsync(new ListAssignmentsRequest { ChangedSince = _assignmentsUntil, PageSize = 7 }, service.Call(Role.Integration));
                foreach (var assignment in page.Assignments)
                    _assignments[assignment.Id] = assignment;
                told.AddRange(page.Assignments.Select(assignment => assignment.MemberId));
                (_assignmentsUntil, more) = (page.ChangedUntil, page.NextPageToken != "");
            }
            for (var more = true; more;)
            {
                var page = await service.Record().ListCompletionsAsync(new ListCompletionsRequest { ChangedSince = _completionsUntil, PageSize = 3 }, service.Call(Role.Integration));
                foreach (var completion in page.Completions)
                    Assert.True(_completions.TryAdd(completion.Id, completion), "A completion never changes, so that it is told once.");
                (_completionsUntil, more) = (page.ChangedUntil, page.NextPageToken != "");
            }
            return [.. told.Select(NameOf).Order(StringComparer.Ordinal)];
        }

        public async Task IsWholeAsync()
        {
            var assignments = (await service.Assignments().ListAssignmentsAsync(new ListAssignmentsRequest { PageSize = 500 }, service.Call(Role.Hr))).Assignments;
            Assert.Equal(assignments.OrderBy(a => a.Id), _assignments.Values.OrderBy(a => a.Id));
            Assert.Equal((await service.LedgerAsync()).OrderBy(c => c.Id), _completions.Values.OrderBy(c => c.Id));
            Assert.NotEmpty(_assignments);
            Assert.NotEmpty(_completions);
        }

        private static string NameOf(string member) =>
            new[] { "ann", "ben", "cleo", "dan" }.FirstOrDefault(name => Somebody.Named(name) == new MemberId(Guid.Parse(member)), member);
    }
}
