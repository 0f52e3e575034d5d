namespace HotChocolate;

/// <summary>The parameter is a service, also where the container cannot tell that it is one. A parameter whose type is registered needs no attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class ServiceAttribute : Attribute
{
    /// <summary>The service of that type.</summary>
    public ServiceAttribute()
    {
    }

    /// <summary>The service of that type with a key.</summary>
    /// <param name="key">The key that it is registered with.</param>
    public ServiceAttribute(string key) => Key = key;

    /// <summary>The key that the service is registered with, or <c>null</c>.</summary>
    public string? Key { get; }
}
