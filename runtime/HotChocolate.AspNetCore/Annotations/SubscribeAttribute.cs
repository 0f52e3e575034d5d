namespace HotChocolate.Types;

/// <summary>The method makes a subscription field's value from an event; the events come from another method of its class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method that gives the events as an <see cref="IAsyncEnumerable{T}"/>; it takes the field's arguments by their names, services and a cancellation token.</summary>
    public string? With { get; set; }
}
