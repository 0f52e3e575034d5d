using Training.Hosting;

namespace Training.Completions;

/// <summary>
/// What a reaction has changed, told to those who watch when the scope of the reaction ends: by then it is committed, or undone, and looking
/// once too often does no harm. Scoped.
/// </summary>
internal sealed class ProgressChanges(ProgressSignal signal) : IDisposable
{
    private OrganisationId? _changed;

    public void Of(OrganisationId organisation) => _changed = organisation;

    public void Dispose()
    {
        if (_changed is { } organisation)
            signal.Raise(organisation);
    }
}
