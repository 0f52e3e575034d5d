using System.Diagnostics;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>
/// The base of every service's DbContext. Saving writes state, audit entry and outbox rows in one transaction; rows of another
/// organisation than the current call's can be neither read nor written.
/// </summary>
public abstract class ServiceDb : DbContext
{
    private DbScope? _scope;
    private UnitOfWork? _work;
    private AuditNote? _note;
    private bool _audited;
    private KeptConnection? _connection;
    private SqliteConnections? _connections;

    /// <summary>Passes on what a derived context was constructed with. Contexts are pooled: what a scope leaves in a field, the next one finds.</summary>
    /// <param name="options">The provider's options, made by <c>AddDatabase</c>.</param>
    protected ServiceDb(DbContextOptions options) : base(options) => Database.AutoSavepointsEnabled = false;

    /// <summary>The organisation whose rows this context sees; nobody's in a scope that serves nobody.</summary>
    public OrganisationId CurrentOrganisation => _scope?.Call.Organisation ?? Tenancy.Nobody;

    internal DbScope Scope => _scope ?? throw new InvalidOperationException("This context serves no scope: get it from the container.");

    internal UnitOfWork Work => _work ?? throw new InvalidOperationException("This context serves no scope: get it from the container.");

    /// <summary>Only its lease may end it.</summary>
    internal bool IsLeased { get; set; }

    internal void Serve(DbScope scope)
    {
        _scope = scope;
        _work = new UnitOfWork(this, scope);
        _note = null;
        _audited = false;
    }

    internal void Lend(KeptConnection connection, SqliteConnections from) => (_connection, _connections) = _connection is null
        ? (connection, from)
        : throw new InvalidOperationException("This context has a connection already.");

    /// <summary>
    /// Gives its connection back until the next statement: for a call that lives long and reads seldom. On PostgreSQL a connection is given back after each statement
    /// anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException">A transaction is under way.</exception>
    public void Rest()
    {
        if (Database.CurrentTransaction is not null)
            throw new InvalidOperationException("Its transaction needs the connection: commit it, or roll it back.");
        GiveBack();
    }

    private void GiveBack()
    {
        if (_connection is not { } lent)
            return;
        _connection = null;
        try
        {
            // Ends what is still open on it, and leaves the connection itself as it is.
            this.GetService<IRelationalConnection>().Dispose();
        }
        finally
        {
            _connections!.TakeBack(lent);
        }
    }

    /// <summary>
    /// Leaves an event for the outbox: it is kept by the next <c>SaveChangesAsync</c> together with the change that it tells of,
    /// and delivered at least once to every subscriber after the commit.
    /// </summary>
    /// <param name="happened">A top-level message of a proto file that states a topic.</param>
    /// <exception cref="InvalidOperationException">The message's file states no topic, or the scope serves nobody.</exception>
    public void Publish(IMessage happened)
    {
        var now = Scope.Clock.GetUtcNow();
        Add(new OutboxRow
        {
            Organisation = Scope.Call.Caller.Organisation,
            Id = Guid.CreateVersion7(now),
            Topic = EventTypes.TopicOf(happened.Descriptor),
            Type = happened.Descriptor.FullName,
            Payload = JsonFormatter.Default.Format(happened),
            TraceParent = Activity.Current?.Id,
            Created = now.ToMicroseconds(),
            NextAttempt = now.ToMicroseconds(),
        });
    }

    /// <summary>
    /// Says what the next save is about, for the audit log; without it the first changed row is the subject. After set-based statements,
    /// which change no tracked row, it is what makes the save write an audit entry.
    /// </summary>
    /// <param name="subject">Type and id, such as <c>Curriculum/0190…</c>.</param>
    /// <param name="why">The reason in the words of the person who acts; may be empty.</param>
    public void Note(string subject, string why) => _note = new AuditNote(subject, why);

    /// <summary>Writes an audit entry for each of several things that are looked at together, with the next save.</summary>
    /// <param name="subjects">Type and id of each.</param>
    /// <param name="why">How, or why.</param>
    public void NoteEach(IEnumerable<string> subjects, string why)
    {
        foreach (var subject in subjects)
            Add(new AuditTrail().Close(Scope, new AuditNote(subject, why)));
    }

    /// <summary>
    /// Opens the transaction of this scope early: needed before set-based statements (<c>ExecuteUpdate</c>, SQL), which would
    /// otherwise commit on their own, and before reading what was just saved. The edge commits it after the use case, or rolls it back.
    /// </summary>
    /// <param name="ct">Cancels the wait for the database.</param>
    public Task BeginAsync(CancellationToken ct) => Work.BeginAsync(ct);

    /// <summary>Does something in memory as soon as what this scope saves is durable; never, where it is undone.</summary>
    /// <param name="then">What to do. It is quick and does not fail.</param>
    public void AfterCommit(Action then) => Work.AfterCommit(then);

    /// <summary>
    /// Saves. Behind a command's RPC the changes are written with the command's answer, in one transaction, after the use case has returned; a use
    /// case that asks the database about what it saved opens the transaction first (<see cref="BeginAsync"/>).
    /// </summary>
    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Work.SaveAsync(cancellationToken);

    /// <summary>
    /// The number of what the transaction of this scope changes, for set-based statements that change rows of an entity with a property <c>Change</c>. Tracked rows
    /// get it when they are saved. Numbers grow in the order of commits; from here on other changes of the organisation wait, so ask as late as possible.
    /// </summary>
    /// <param name="ct">Cancels the wait.</param>
    public Task<long> ChangeNumberAsync(CancellationToken ct) => Work.ChangeNumberAsync(ct);

    /// <summary>The same as <see cref="LastChangeAsync"/>, to be read in one statement with what it belongs to; empty where nothing was changed yet.</summary>
    public IQueryable<long> LastChanges => Set<ChangeCountRow>().Select(row => row.Last);

    /// <summary>
    /// The number of the organisation's last change; 0 where nothing was changed yet. As long as it stays, no row of an entity with a property <c>Change</c> is added or
    /// changed, by a save or by a set-based statement that asked for its number. What is read after it is at least as new as it says.
    /// </summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="InvalidOperationException">A transaction is under way: what it sees may never be committed, and its number be another's.</exception>
    public Task<long> LastChangeAsync(CancellationToken ct) => Database.CurrentTransaction is null
        ? ChangeNumbers.LastAsync(this, ct)
        : throw new InvalidOperationException("Ask before the transaction begins: what is changed in it is not certain yet.");

    internal async Task<int> WriteAsync(CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var numbers = ChangeNumbers.In(ChangeTracker);
            return numbers.Count == 0 ? await WriteStampedAsync(ct) : await WriteNumberedAsync(numbers, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private Task<int> WriteStampedAsync(CancellationToken ct)
    {
        Stamp();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
    }

    private async Task<int> WriteNumberedAsync(List<PropertyEntry> numbers, CancellationToken ct)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        var number = own is null ? await ChangeNumberAsync(ct) : await ChangeNumbers.DrawAsync(this, ct);
        foreach (var changed in numbers)
            changed.CurrentValue = number;
        var written = await WriteStampedAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return written;
    }

    /// <summary>Not to be used: saving waits for the database.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it keeps the audit entry and the outbox in the same transaction.");

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        BuildModel(modelBuilder);
        modelBuilder.FilterByOrganisation(this);
        modelBuilder.NameInSnakeCase();
    }

    /// <summary>Maps the service's own entities. Each has <c>OrganisationId Organisation</c> and a key that begins with it.</summary>
    /// <param name="model">The model to add to.</param>
    protected abstract void BuildModel(ModelBuilder model);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseOurTypes(GetType().Assembly);

    /// <summary>Ends the context; does nothing in a scope of the container, whose lease gives it back.</summary>
    public override void Dispose()
    {
        if (IsLeased)
            return;
        GiveBack();
        base.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public override ValueTask DisposeAsync()
    {
        if (IsLeased)
            return ValueTask.CompletedTask;
        GiveBack();
        return base.DisposeAsync();
    }

    internal void Forget()
    {
        ChangeTracker.Clear();
        _note = null;
        _audited = false;
    }

    // A command leaves one audit entry even if it changes nothing: with its answer at the latest.
    private void Stamp()
    {
        var trail = new AuditTrail();
        var auditable = _note is not null;
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || entry.Entity is AuditRow)
                continue;
            if (!PlatformTables.IsPlatformTable(entry.Metadata.ClrType))
            {
                entry.RefuseForeignRow(CurrentOrganisation);
                trail.Add(entry);
            }
            auditable |= entry.Entity is not CommandRow || !_audited;
        }
        if (!auditable)
            return;
        Add(trail.Close(Scope, _note));
        _note = null;
        _audited = true;
    }
}
