using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Training.Completions.V1;
using Training.Contracts;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.System.Tests.Refusals;

/// <summary>A question that an organisation's own people were answered, with rows of theirs in the answer.</summary>
internal sealed record Question(Rpc Rpc, IMessage[] Requests, Role Role, MemberId? By);

/// <summary>The people of an organisation, who read everything that they may.</summary>
internal sealed class Insider(Doors house, OrganisationId organisation)
{
    // More than the hospital has people: the one whom the case is about may come last.
    private const int MostTries = 3000;

    // Queries whose answers hold no id, and why.
    private static readonly Dictionary<string, string> SayNothing = new()
    {
        ["PreviewRoster"] = "tells of the file that is sent",
        ["VerifyScenario"] = "tells of the document that is sent",
        ["VerifyPolicy"] = "tells of the document that is sent",
        ["GetPolicy"] = "a policy has a version and no id",
        ["BatchGetPolicies"] = "a policy has a version and no id",
        ["ListSites"] = "a site has a code and no id",
        ["BatchGetSites"] = "a site has a code and no id",
        ["ListDepartments"] = "a department has a name and no id",
        ["BatchGetDepartments"] = "a department has a name and no id",
        ["ListEquivalents"] = "the hospital of the story trains with its own scenarios only; tests/Completions.Tests tries it with another organisation",
        ["VerifyAudit"] = "counts and a hash",
        ["ListOutbox"] = "a healthy house has sent everything",
        ["ListDeadLetters"] = "a healthy house has none",
    };

    private readonly List<Question> _questions = [];

    public OrganisationId Organisation => organisation;

    public Harvest Rows { get; } = new();

    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>Who has run a scenario: only they may read it.</summary>
    public MemberId? Runner { get; private set; }

    public RequestFiller Filler => new(Rows);

    /// <summary>Asks every query until each has told something; what one tells is what the next can ask for.</summary>
    public async Task ReadEverythingAsync()
    {
        var open = Rpc.All.Where(rpc => rpc.IsQuery && !SayNothing.ContainsKey(rpc.Method.Name)).SelectMany(AlternativesOf).ToList();
        for (var before = -1; open.Count > 0 && open.Count != before;)
        {
            before = open.Count;
            foreach (var asked in open.ToList())
                if (Filler.CanFill(asked.Rpc.Method.InputType, asked.Alternative) && await AskAsync(asked.Rpc, asked.Alternative))
                    open.Remove(asked);
        }

        Assert.True(open.Count == 0, $"These told nothing of the story to anybody, so nobody can say whether they would tell it to others: {string.Join("; ", open)}");
    }

    /// <summary>Everything asked again, as it is answered now.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync()
    {
        List<string> said = [];
        foreach (var question in _questions.Where(question => question.Rpc.Method.Name != "ListAudit"))
            said.Add($"{question.Rpc}: {Timeless((await house.Of(question.Rpc.App).CallAsync(question.Rpc, As(question.Role, question.By), question.Requests)).Messages.Single())}");
        return said;
    }

    public Metadata As(Role role, MemberId? member) => house.As(organisation, member, role);

    private async Task<bool> AskAsync(Rpc rpc, int alternative)
    {
        var role = rpc.Roles.FirstOrDefault(stated => stated != Role.Employee, Role.Employee);
        if (role == Role.Employee && Runner is null)
            return false;
        var by = role == Role.Employee ? Runner : Rows.Of("member").Select(id => TypedId.Parse<MemberId>("id", id)).Cast<MemberId?>().FirstOrDefault();
        for (var candidate = 0; candidate < Math.Min(MostTries, Filler.Candidates(rpc.Method.InputType)); candidate++)
        {
            var request = Filler.Fill(rpc.Method.InputType, alternative, candidate);
            var answer = await house.Of(rpc.App).CallAsync(rpc, As(role, by), request);
            if (answer.Status.StatusCode is not (StatusCode.OK or StatusCode.NotFound))
                Assert.Fail($"{rpc} answered its own people to {request}: {answer}");
            if (!answer.Messages.Any(Harvest.SaysSomething))
                continue;
            foreach (var message in answer.Messages)
                Learn(message);
            _questions.Add(new Question(rpc, [request], role, by));
            return true;
        }

        return false;
    }

    private void Learn(IMessage message)
    {
        Rows.Add(message);
        if (message is ListRunsResponse { Runs: [var run, ..] })
            Runner ??= TypedId.Parse<MemberId>("member_id", run.MemberId);
    }

    private static IEnumerable<(Rpc Rpc, int Alternative)> AlternativesOf(Rpc rpc) =>
        Enumerable.Range(0, RequestFiller.Alternatives(rpc.Method.InputType)).Select(alternative => (rpc, alternative));

    // "at" of a progress is when it was asked.
    private static IMessage Timeless(IMessage message)
    {
        if (message is CampaignProgress progress)
            progress.At = null;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message)
                continue;
            foreach (var inner in field.Accessor.GetValue(message) is global::System.Collections.IEnumerable many ? many.Cast<IMessage>() : [(IMessage)field.Accessor.GetValue(message)])
                if (inner is not null)
                    Timeless(inner);
        }
        return message;
    }
}
