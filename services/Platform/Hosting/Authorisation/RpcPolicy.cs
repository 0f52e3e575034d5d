using Training.Contracts;

namespace Training.Hosting;

/// <summary>Who may call one RPC.</summary>
/// <param name="Name">The RPC's full name, such as <c>training.curricula.v1.Curricula/Publish</c>.</param>
/// <param name="IsOpen">Anybody, unasked: the standard health service.</param>
/// <param name="Roles">One of these is needed; with none, nobody may.</param>
internal sealed record RpcPolicy(string Name, bool IsOpen, Role[] Roles)
{
    /// <exception cref="CallRefused">This caller may not.</exception>
    public void Demand(Caller caller)
    {
        foreach (var role in Roles)
            if (caller.Roles.Contains(role))
                return;

        throw CallRefused.NotPermitted("ROLE_MISSING", $"{Name} needs one of these roles: {string.Join(", ", Roles.Select(RoleNames.Of))}. Ask whoever manages your account.");
    }

    /// <exception cref="CallRefused">Nobody may.</exception>
    public void DemandRoles()
    {
        if (Roles.Length == 0)
            throw CallRefused.NotPermitted("RPC_WITHOUT_ROLES", $"{Name} refuses everybody because its contract states no roles. Add option (training.roles) to the RPC.");
    }
}
