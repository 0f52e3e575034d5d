using Training.Contracts;
using Training.Hosting;

namespace Training.AppHost.Sample;

/// <summary>Somebody who calls, in one of their roles.</summary>
/// <param name="Organisation">Where they work.</param>
/// <param name="Member">The human being; null for a machine.</param>
/// <param name="Account">The name of the account.</param>
/// <param name="Role">What the call needs.</param>
internal sealed record Persona(OrganisationId Organisation, MemberId? Member, string Account, Role Role);
