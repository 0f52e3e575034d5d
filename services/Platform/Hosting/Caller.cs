using Training.Contracts;

namespace Training.Hosting;

/// <summary>Who asks: taken from a validated bearer token, or the system itself when it reacts to an event.</summary>
/// <param name="Organisation">The only organisation whose data this caller can see or change.</param>
/// <param name="Member">The human being; <c>null</c> for a machine (an HR system) and for a reaction to an event.</param>
/// <param name="Account">The token's subject, or the name of the reaction.</param>
/// <param name="Roles">What the token allows. Empty for a reaction, which no RPC's roles are asked for.</param>
public sealed record Caller(OrganisationId Organisation, MemberId? Member, string Account, IReadOnlySet<Role> Roles);
