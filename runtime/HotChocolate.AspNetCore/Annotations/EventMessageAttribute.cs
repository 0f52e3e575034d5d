namespace HotChocolate;

/// <summary>The parameter is the event that a subscription's field is resolved for.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
