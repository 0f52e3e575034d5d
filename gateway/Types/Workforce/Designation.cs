using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>Who holds an office, from when until when. A deputy signs like the officer, as another human being.</summary>
internal sealed class Designation(V1.Designation message)
{
    /// <summary>Names the entry in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Which office.</summary>
    public Office Office => (Office)message.Office;

    /// <summary>Who holds it, or stands in.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>Whether they stand in for the holder.</summary>
    public bool Deputy => message.Deputy;

    /// <summary>The first day.</summary>
    public DateOnly From => message.From.Day();

    /// <summary>The last day; none while it lasts.</summary>
    public DateOnly? Until => message.Until.DayOrNull();
}
