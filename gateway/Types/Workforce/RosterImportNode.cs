using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<RosterImport>]
internal static partial class RosterImportNode
{
    [NodeResolver]
    public static Task<RosterImport?> GetRosterImportAsync(string id, RosterImportById imports, CancellationToken ct) => imports.LoadAsync(id, ct);

    /// <summary>The lines that were refused, in the file's order.</summary>
    [UsePaging]
    public static Task<Connection<RosterReject>?> GetRejectsAsync(
        [Parent] RosterImport import, PagingArguments paging, RejectsOfImport rejects, CancellationToken ct) =>
        rejects.PageAsync(import.Id, Slice.Of(paging), default, ct);
}

[ObjectType<MemberHistoryEntry>]
internal static partial class MemberHistoryEntryNode
{
    /// <summary>The roster file that said so, if one did.</summary>
    public static async Task<RosterImport?> GetImportAsync([Parent] MemberHistoryEntry entry, RosterImportById imports, CancellationToken ct) =>
        entry.ImportId is { } import ? await imports.LoadAsync(import, ct) : null;
}

[ObjectType<Designation>]
internal static partial class DesignationNode
{
    /// <summary>Who holds the office.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Designation designation, MemberById members, CancellationToken ct) =>
        members.LoadAsync(designation.MemberId, ct);
}
