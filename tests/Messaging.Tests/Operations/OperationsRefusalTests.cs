using Grpc.Core;
using Training.Contracts;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class OperationsRefusalTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_are_refused_when_the_page_is_too_large_negative_or_nobodys(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        (int Size, string Token, string Reason)[] bad =
        [
            (501, "", "PAGE_TOO_LARGE"), (-1, "", "PAGE_TOO_LARGE"), (int.MinValue, "", "PAGE_TOO_LARGE"),
            (0, "garbage", "PAGE_TOKEN_NOT_READABLE"), (0, "'; DROP TABLE audit; --", "PAGE_TOKEN_NOT_READABLE"),
            (0, Guid.CreateVersion7().ToString(), "PAGE_TOKEN_NOT_READABLE"), (0, new string('0', 10_000), "PAGE_TOKEN_NOT_READABLE"),
        ];

        foreach (var (size, token, reason) in bad)
        {
            await service.Operations.ListOutboxAsync(new ListOutboxRequest { PageSize = size, PageToken = token }, service.Operator()).IsRefusedAsync(StatusCode.InvalidArgument, reason);
            await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest { PageSize = size, PageToken = token }, service.Operator()).IsRefusedAsync(StatusCode.InvalidArgument, reason);
            await service.Operations.ListAuditAsync(new ListAuditRequest { PageSize = size, PageToken = token }, service.Operator()).IsRefusedAsync(StatusCode.InvalidArgument, reason);
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Operators_do_everything_auditors_read_the_audit_log_and_others_nothing(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        Dictionary<string, Func<Metadata, Task>> rpcs = new()
        {
            ["ListOutbox"] = async who => await service.Operations.ListOutboxAsync(new ListOutboxRequest(), who),
            ["RetryOutbox"] = async who => await service.Operations.RetryOutboxAsync(new RetryOutboxRequest(), who),
            ["ListDeadLetters"] = async who => await service.Operations.ListDeadLettersAsync(new ListDeadLettersRequest(), who),
            ["RetryDeadLetter"] = async who => await service.Operations.RetryDeadLetterAsync(new RetryDeadLetterRequest { Id = Guid.CreateVersion7().ToString() }, who),
            ["ListAudit"] = async who => await service.Operations.ListAuditAsync(new ListAuditRequest(), who),
            ["VerifyAudit"] = async who => await service.Operations.VerifyAuditAsync(new VerifyAuditRequest(), who),
        };
        Assert.Equal(Operations.V1.Operations.Descriptor.Methods.Select(m => m.Name).Order(), rpcs.Keys.Order());

        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.Unspecified or Role.Operator)))
            foreach (var (_, call) in rpcs.Where(rpc => role != Role.Auditor || rpc.Key is not ("ListAudit" or "VerifyAudit")))
                await Refusal.ExpectAsync(StatusCode.PermissionDenied, "ROLE_MISSING", () => call(service.As(People.Hospital, "Erin", role)));

        await rpcs["ListAudit"](service.As(People.Hospital, "Ada", Role.Auditor));
        await rpcs["VerifyAudit"](service.As(People.Hospital, "Ada", Role.Auditor));
        foreach (var (_, call) in rpcs.Where(rpc => rpc.Key != "RetryDeadLetter"))
            await call(service.Operator());
        await Refusal.ExpectAsync(StatusCode.NotFound, "DEAD_LETTER_NOT_FOUND", () => rpcs["RetryDeadLetter"](service.Operator()));
    }
}
