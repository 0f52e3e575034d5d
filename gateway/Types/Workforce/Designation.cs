using HotChocolate.Types.Relay;
using V1 = Training.Workforce.V1;

namespace Training.Gateway.Types;

/// <summary>Who holds an office, from when until when. A deputy signs like the officer, as another human being.</summary>
internal sealed class Designation(V1.Designation message)
{
    [ID]
    public string Id => message.Id;

    public Office Office => (Office)message.Office;

    [ID<Member>]
    public string MemberId => message.MemberId;

    public bool Deputy => message.Deputy;

    public DateOnly From => message.From.Day();

    /// <summary>The last day; none while it lasts.</summary>
    public DateOnly? Until => message.Until.DayOrNull();
}
