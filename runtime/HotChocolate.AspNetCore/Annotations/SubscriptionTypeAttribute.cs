namespace HotChocolate.Types;

/// <summary>The class's public methods that carry <see cref="SubscribeAttribute"/> are fields of the subscription type; any number of classes may say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
