using HotChocolate.Execution;

namespace HotChocolate;

/// <summary>The application's say in what clients are told of errors.</summary>
/// <param name="filters">Its filters, in order.</param>
internal sealed class ErrorFilters(IEnumerable<IErrorFilter> filters)
{
    private readonly IErrorFilter[] _filters = [.. filters];

    /// <summary>What a resolver says itself; null where it threw something else.</summary>
    public static IReadOnlyList<GraphQLError>? ErrorsOf(Exception problem) =>
        problem is GraphQLException told ? [.. told.Errors.Select(error => From(error))] : null;

    public GraphQLError Apply(GraphQLError error)
    {
        if (_filters.Length == 0)
            return error;
        var told = To(error);
        foreach (var filter in _filters)
            told = filter.OnError(told);
        return From(told);
    }

    private static IError To(GraphQLError error)
    {
        var told = new Error(
            error.Message,
            Path.Of(error.Path),
            error.Locations.Count == 0 ? null : [.. error.Locations.Select(location => new Location(location.Line, location.Column))],
            error.Extensions,
            error.Exception);
        return error.Code is null ? told : told.WithCode(error.Code);
    }

    private static GraphQLError From(IError error)
    {
        var further = error.Extensions?.Where(extension => extension.Key != Error.CodeKey).ToDictionary();
        return new GraphQLError(error.Message)
        {
            Code = error.Code,
            Path = error.Path?.ToList(),
            Locations = error.Locations is null ? [] : [.. error.Locations.Select(location => new SourceLocation(location.Line, location.Column))],
            Extensions = further is { Count: > 0 } ? further : null,
            Exception = error.Exception,
        };
    }
}
