using HotChocolate.TypeSystem;
using Microsoft.Extensions.Logging;

namespace HotChocolate.Execution;

/// <summary>Makes of what went wrong what the client is told.</summary>
internal sealed class ErrorTeller(ExecutionOptions options, ILogger logger, string text, string operationName)
{
    /// <summary>More errors than these are not told in one answer: each costs more than the field that failed.</summary>
    public const int Most = 1000;

    private const string Unexpected = "Unexpected Execution Error";

    /// <param name="errors">Where they are put.</param>
    /// <param name="field">Whose value it is.</param>
    /// <param name="path">Where in the answer.</param>
    /// <param name="problem">What was thrown; null where a null stands that may not.</param>
    public void Tell(List<GraphQLError> errors, FieldPlan field, IReadOnlyList<object> path, Exception? problem)
    {
        IEnumerable<int> offsets = problem is ArgumentProblem { Position: { } position } ? [position] : field.Nodes.Select(node => node.Start);
        var locations = offsets.Select(offset => SourceLocation.Of(text, offset)).ToArray();
        if (problem is not null && options.ErrorsOf(problem) is { } own)
        {
            foreach (var error in own)
                errors.Add(Filtered(error with { Locations = locations, Path = path, Exception = problem }));
            return;
        }

        errors.Add(Filtered(Of(field, problem, path) with { Locations = locations, Path = path, Exception = problem }));
    }

    /// <summary>What is told of an exception that is no field's.</summary>
    public IReadOnlyList<GraphQLError> Tell(Exception problem)
    {
        if (options.ErrorsOf(problem) is { } own)
            return [.. own.Select(error => Filtered(error with { Exception = problem }))];
        Log.ExecutionFailed(logger, operationName, "", problem);
        return [Filtered(Detailed(new GraphQLError(Unexpected) { Exception = problem }, problem))];
    }

    private GraphQLError Of(FieldPlan field, Exception? problem, IReadOnlyList<object> path)
    {
        switch (problem)
        {
            case null:
                return new GraphQLError($"Cannot return null for non-nullable field {field}.") { Code = ErrorCodes.NonNullViolation };
            case ArgumentProblem:
                return new GraphQLError(problem.Message) { Code = ErrorCodes.InvalidType };
            case CoercionError:
                Log.ExecutionFailed(logger, operationName, string.Join('.', path), problem);
                return Detailed(new GraphQLError($"The value of {field} cannot be written as {field.Field.Type.Named}.") { Code = ErrorCodes.CannotSerializeLeafValue }, problem);
            case UnknownObject:
                Log.ExecutionFailed(logger, operationName, string.Join('.', path), problem);
                return Detailed(new GraphQLError($"The type of the object at {field} cannot be told.") { Code = ErrorCodes.CannotResolveAbstractType }, problem);
            case NotAList:
                Log.ExecutionFailed(logger, operationName, string.Join('.', path), problem);
                return Detailed(new GraphQLError($"The value of {field} is no list.") { Code = ErrorCodes.ListTypeNotSupported }, problem);
            default:
                Log.ExecutionFailed(logger, operationName, string.Join('.', path), problem);
                return Detailed(new GraphQLError(Unexpected), problem);
        }
    }

    private GraphQLError Filtered(GraphQLError error)
    {
        try
        {
            return options.Filter(error);
        }
        catch (Exception problem)
        {
            Log.ErrorFilterFailed(logger, operationName, problem);
            return new GraphQLError(Unexpected) { Locations = error.Locations, Path = error.Path };
        }
    }

    private GraphQLError Detailed(GraphQLError error, Exception problem) => !options.IncludeExceptionDetails ? error : error with
    {
        Message = $"{error.Message}: {problem.Message}",
        Extensions = new Dictionary<string, object?> { ["stackTrace"] = problem.StackTrace },
    };
}
