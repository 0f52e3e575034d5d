using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>A roster file of HR that was imported (POST /roster).</summary>
internal sealed class RosterImport(V1.RosterImport message)
{
    /// <summary>Names the import in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>As it was sent.</summary>
    public string FileName => message.FileName;

    /// <summary>SHA-256 of the file's bytes.</summary>
    public string FileHash => message.FileHash.Hex();

    /// <summary>From when the file's state holds.</summary>
    public DateOnly EffectiveOn => message.EffectiveOn.Day();

    /// <summary>When it took effect here.</summary>
    public DateTimeOffset Imported => message.Imported.ToDateTimeOffset();

    /// <summary>What became of its lines.</summary>
    public RosterCounts Counts => new(message.Counts);
}

/// <summary>What became of a roster file's lines.</summary>
internal sealed class RosterCounts(V1.RosterCounts message)
{
    /// <summary>People in the file.</summary>
    public int Lines => message.Lines;

    /// <summary>Who are new.</summary>
    public int Added => message.Added;

    /// <summary>Of whom something changed.</summary>
    public int Changed => message.Changed;

    /// <summary>Of whom nothing changed.</summary>
    public int Unchanged => message.Unchanged;

    /// <summary>Who are not in the file any more, and so have left.</summary>
    public int Left => message.Left;

    /// <summary>Who had left and are back.</summary>
    public int Rehired => message.Rehired;

    /// <summary>Lines that were refused.</summary>
    public int Rejected => message.Rejected;
}

/// <summary>A line that an import refused; it changed nobody.</summary>
internal sealed class RosterReject(V1.RosterReject message)
{
    /// <summary>The file's header is line 1.</summary>
    public int Line => message.Line;

    /// <summary>Whose line it is, where it can be read.</summary>
    public string? EmployeeNumber => message.EmployeeNumber.OrNull();

    /// <summary>The column that is wrong.</summary>
    public string? Column => message.Column.OrNull();

    /// <summary>What is wrong and what to write instead.</summary>
    public string Reason => message.Reason;
}
