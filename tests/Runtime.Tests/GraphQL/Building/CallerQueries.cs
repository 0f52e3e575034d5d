using System.Security.Claims;
using HotChocolate.Types;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed record Caller(string? Organisation, bool IsAsked);

[QueryType]
public static partial class CallerQueries
{
    public static Task<Caller> GetCallerAsync(ClaimsPrincipal user, [IsSelected("isAsked")] bool isAsked) =>
        Task.FromResult(new Caller(user.FindFirst("org")?.Value, isAsked));
}
