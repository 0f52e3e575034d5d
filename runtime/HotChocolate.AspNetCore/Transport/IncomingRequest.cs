using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>A request and the JSON that its variables are read from; disposing it ends both.</summary>
/// <param name="request">What is asked.</param>
/// <param name="json">The JSON that was parsed, or <c>null</c>.</param>
/// <param name="text">The memory that the JSON lies in, or <c>null</c> where nobody rented it.</param>
internal sealed class IncomingRequest(GraphQLRequest request, JsonDocument? json, PooledBytes? text) : IDisposable
{
    public GraphQLRequest Request { get; } = request;

    public void Dispose()
    {
        json?.Dispose();
        text?.Dispose();
    }
}
