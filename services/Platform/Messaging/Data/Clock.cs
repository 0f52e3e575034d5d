namespace Training.Messaging;

/// <summary>What a service asks its clock.</summary>
public static class Clock
{
    /// <summary>Now, in whole microseconds: what is answered, told and hashed at once is equal to what will be read from the database.</summary>
    /// <param name="clock">The clock.</param>
    public static DateTimeOffset Now(this TimeProvider clock) => Instants.FromMicroseconds(clock.Microseconds());
}
