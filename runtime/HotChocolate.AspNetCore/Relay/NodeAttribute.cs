namespace HotChocolate.Types.Relay;

/// <summary>The object can be found again by its global id, through <c>node</c> and <c>nodes</c>; its id property becomes <c>id: ID!</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public class NodeAttribute : Attribute
{
    /// <summary>The property that identifies the object; <c>Id</c> where it is not given.</summary>
    public string? IdField { get; set; }

    /// <summary>The static method that finds an object by its id; <c>Get</c>, <c>GetAsync</c>, <c>Get{Type}</c> or <c>Get{Type}Async</c> where it is not given.</summary>
    public string? NodeResolver { get; set; }
}
