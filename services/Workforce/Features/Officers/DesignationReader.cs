using Training.Messaging;

namespace Training.Workforce;

internal sealed class DesignationReader(WorkforceDb db)
{
    private static readonly ListOrder<Designation> OldestFirst = new("designations", descending: false, nameof(Designation.Id));

    public Task<Page<Designation>> Page(PageAsk ask, CancellationToken ct) => db.PageAsync(OldestFirst, ask, designations => designations, ct);
}
