using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.AppHost.Sample.Story;
using Training.Contracts;
using Training.Hosting;
using Training.Operations.V1;

namespace Training.System.Tests.Refusals;

/// <summary>Every RPC of the running system, by the right role of another organisation that knows the ids of real rows.</summary>
public sealed class IsolationTests
{
    // Calls that name rows and are refused before anybody looks for them, by these reasons.
    private static readonly Dictionary<string, string[]> RefusedOtherwise = new()
    {
        ["ListTranscript"] = ["TRANSCRIPT_OF_SOMEBODY_ELSE"],
        ["ProposeCurriculum"] = ["SCENARIO_NOT_PUBLISHED", "OFFICE_NOT_HELD", "OFFICER_REGISTER_UNKNOWN"],
    };

    // Each service tries it on both; the whole house takes the minute on PostgreSQL in the long run.
    public static TheoryData<string> Databases => LongRun.IsWhole ? TestDatabases.Providers : [TestDatabases.Sqlite];

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task No_rpc_shows_or_changes_a_row_of_another_organisation(string provider)
    {
        await using var installation = await AppHostInstallation.StartAsync(provider, people: 10);
        await installation.PlayAsync();
        using var house = new Doors(installation);
        var hospital = new Insider(house, People.Hospital);
        await hospital.ReadEverythingAsync();
        var before = await hospital.AnswersAsync();
        List<string> wrong = [];

        foreach (var member in await IntrudersAsync(house, hospital))
        {
            foreach (var question in hospital.Questions)
                foreach (var role in question.Rpc.Roles)
                    await TryAsync(house, hospital, question.Rpc, role, member, question.Requests, wrong);
            foreach (var (command, requests) in CommandsOf(hospital))
                foreach (var role in command.Roles)
                    await TryAsync(house, hospital, command, role, member, requests, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(before, await hospital.AnswersAsync());
        await SeeNoTraceAsync(house, hospital);
    }

    // Somebody of the clinic's own, and a human being of the hospital who works for the clinic as well.
    private static async Task<IReadOnlyList<MemberId>> IntrudersAsync(Doors house, Insider hospital)
    {
        var clinic = new Workforce.V1.Roster.RosterClient(house.Of("workforce"));
        var members = await clinic.ListMembersAsync(new Workforce.V1.ListMembersRequest { PageSize = 1 }, house.As(People.Clinic, null, Role.Hr));
        return [members.Members.Count > 0 ? TypedId.Parse<MemberId>("id", members.Members[0].Id) : MemberId.New(TimeProvider.System), hospital.Runner!.Value];
    }

    // What names nothing of the hospital's comes first: whatever the clinic can have of its own it has then.
    private static IEnumerable<(Rpc Command, IMessage[] Requests)> CommandsOf(Insider hospital) => Rpc.All.Where(rpc => !rpc.IsQuery)
        .Select(command => (Command: command, Requests: RequestsOf(command, hospital.Filler)))
        .OrderBy(one => one.Requests.Any(request => hospital.Rows.FoundIn(request).Count > 0));

    private static IMessage[] RequestsOf(Rpc rpc, RequestFiller filler) => rpc.Method.IsClientStreaming
        ? [.. Enumerable.Range(0, RequestFiller.Alternatives(rpc.Method.InputType)).Select(part => filler.Fill(rpc.Method.InputType, part))]
        : [filler.Fill(rpc.Method.InputType)];

    private static async Task TryAsync(Doors house, Insider hospital, Rpc rpc, Role role, MemberId member, IMessage[] requests, List<string> wrong)
    {
        var headers = house.As(People.Clinic, member, role);
        headers.Add("idempotency-key", Guid.CreateVersion7().ToString());
        var answer = await house.Of(rpc.App).CallAsync(rpc, headers, requests);

        var known = requests.SelectMany(hospital.Rows.FoundIn).ToHashSet();
        var isWrong = answer.Status.StatusCode switch
        {
            StatusCode.OK when known.Count > 0 => !rpc.IsQuery || answer.Messages.Any(message => SaysMore(message, known)),
            StatusCode.OK => answer.Messages.Any(message => hospital.Rows.FoundIn(message).Count > 0),
            StatusCode.NotFound => false,
            _ when known.Count > 0 => !RefusedOtherwise.GetValueOrDefault(rpc.Method.Name, []).Contains(answer.Reason),
            StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.PermissionDenied => false,
            _ => true,
        };
        if (isWrong)
            wrong.Add($"{rpc} answered {role} of the clinic to {string.Join<IMessage>(' ', requests)}: {answer}");
    }

    /// <summary>Whether an answer holds anything but what was asked for and when.</summary>
    private static bool SaysMore(IMessage message, IReadOnlySet<string> known) => message.Descriptor.Fields.InDeclarationOrder().Any(field => field.Accessor.GetValue(message) switch
    {
        null or Timestamp => false,
        global::System.Collections.ICollection many => many.Count > 0,
        IMessage inner => SaysMore(inner, known),
        string text => text != "" && !known.Contains(text),
        ByteString bytes => !bytes.IsEmpty,
        bool yes => yes,
        var number => Convert.ToInt64(number, global::System.Globalization.CultureInfo.InvariantCulture) != 0,
    });

    // What the clinic tried is in the clinic's audit logs, if anywhere.
    private static async Task SeeNoTraceAsync(Doors house, Insider hospital)
    {
        foreach (var app in Rpc.All.Select(rpc => rpc.App).Distinct())
        {
            var operations = new Operations.V1.Operations.OperationsClient(house.Of(app));
            for (var request = new ListAuditRequest { PageSize = 500 }; ;)
            {
                var page = await operations.ListAuditAsync(request, hospital.As(Role.Auditor, null));
                Assert.DoesNotContain(page.Entries, entry => entry.Why.Contains("Taken over", StringComparison.Ordinal));
                if ((request.PageToken = page.NextPageToken) == "")
                    break;
            }
        }
    }
}
