using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>Tells the officer register, whole, under a version that only grows.</summary>
internal sealed class RegisterWriter(WorkforceDb db)
{
    public void Publish(RegisteredOrganisation organisation, IEnumerable<Designation> designations) => db.Publish(new OfficerRegisterChanged
    {
        Version = organisation.NextRegisterVersion(),
        Designations = { designations.OrderBy(designation => designation.Id.Value).Select(designation => designation.ToMessage()) },
    });
}
