using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>A roster file of HR that was imported (POST /roster).</summary>
internal sealed class RosterImport(V1.RosterImport message)
{
    [ID]
    public string Id => message.Id;

    public string FileName => message.FileName;

    /// <summary>SHA-256 of the file's bytes.</summary>
    public string FileHash => message.FileHash.Hex();

    /// <summary>From when the file's state holds.</summary>
    public DateOnly EffectiveOn => message.EffectiveOn.Day();

    public DateTimeOffset Imported => message.Imported.ToDateTimeOffset();

    public RosterCounts Counts => new(message.Counts);
}

/// <summary>What became of a roster file's lines.</summary>
internal sealed class RosterCounts(V1.RosterCounts message)
{
    public int Lines => message.Lines;

    public int Added => message.Added;

    public int Changed => message.Changed;

    public int Unchanged => message.Unchanged;

    public int Left => message.Left;

    public int Rehired => message.Rehired;

    public int Rejected => message.Rejected;
}

/// <summary>A line that an import refused; it changed nobody.</summary>
internal sealed class RosterReject(V1.RosterReject message)
{
    /// <summary>The file's header is line 1.</summary>
    public int Line => message.Line;

    public string? EmployeeNumber => message.EmployeeNumber.OrNull();

    /// <summary>The column that is wrong.</summary>
    public string? Column => message.Column.OrNull();

    /// <summary>What is wrong and what to write instead.</summary>
    public string Reason => message.Reason;
}
