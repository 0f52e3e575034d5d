namespace Training.Hosting;

/// <summary>
/// The call that this dependency scope serves: set once, at the edge (an authorised RPC, a delivered event), read by
/// what must know the organisation without being told at every step. Scoped.
/// </summary>
public sealed class CurrentCall
{
    private Caller? _caller;

    /// <summary>Who asks. Throws when the scope serves nobody: such a scope sees no organisation's data.</summary>
    /// <exception cref="InvalidOperationException">Nothing was begun in this scope.</exception>
    public Caller Caller => _caller
        ?? throw new InvalidOperationException("This scope serves no caller: begin it with CurrentCall.Begin at the edge.");

    /// <summary>The caller's organisation, or <c>null</c> in a scope that serves nobody.</summary>
    public OrganisationId? Organisation => _caller?.Organisation;

    /// <summary>What is being done, for the audit log: the RPC's full name, or the reaction and the event's type.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Binds this scope to a caller, once.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What they do, as the audit log will name it.</param>
    /// <exception cref="InvalidOperationException">The scope already serves a caller.</exception>
    public void Begin(Caller caller, string action)
    {
        if (_caller is not null)
            throw new InvalidOperationException($"This scope already serves {_caller.Account}; one scope serves one call.");
        _caller = caller;
        Action = action;
    }
}
