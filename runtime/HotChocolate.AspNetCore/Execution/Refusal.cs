using System.Globalization;
using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>Answers to requests that are not executed: what is wrong, and what to do about it.</summary>
internal static class Refusal
{
    public static Answer OnlyTrusted => Of(
        new GraphQLError("Only known documents are executed here: send a document's id instead of its text.") { Code = ErrorCodes.OnlyPersistedOperationsAllowed });

    public static Answer Of(params IReadOnlyList<GraphQLError> errors) => Answer.Refused(ResultKind.Refused, errors);

    public static Answer Missing(GraphQLRequest request) => Of(request.DocumentId is null
        ? new GraphQLError("There is nothing to execute: send a document as query.") { Code = ErrorCodes.RequestInvalid }
        : new GraphQLError("No document of this id is known here.") { Code = ErrorCodes.PersistedOperationNotFound });

    /// <summary>Where the transport cannot carry the operation.</summary>
    public static Answer? OfMethod(OperationKind kind, RequestContext context)
    {
        if (kind == OperationKind.Mutation && context.IsQueryOnly)
            return Answer.Refused(ResultKind.MethodNotAllowed, new GraphQLError("A mutation changes something: send it by POST.") { Code = ErrorCodes.RequestInvalid });
        if (kind == OperationKind.Subscription && !context.AllowStreams)
        {
            return Answer.Refused(
                ResultKind.MethodNotAllowed,
                new GraphQLError("A subscription answers many times: accept text/event-stream, or use a WebSocket.") { Code = ErrorCodes.RequestInvalid });
        }

        return null;
    }

    public static Answer Overloaded(ExecutionOptions options) => Answer.Refused(
        ResultKind.Overloaded,
        new GraphQLError($"{options.Concurrency} requests are being executed, and others wait: try again later.") { Code = ErrorCodes.Timeout });

    public static Answer TimedOut(ExecutionOptions options) => Answer.Refused(
        ResultKind.TimedOut,
        new GraphQLError(string.Create(CultureInfo.InvariantCulture, $"The request took longer than {options.Timeout.TotalSeconds:0.###} seconds: ask for less at once."))
        {
            Code = ErrorCodes.Timeout,
        });

    public static Answer TooDear(Cost cost, CostLimits limits, string dearest)
    {
        var (word, met, most) = cost.Fields > limits.MaxFieldCost ? ("field", cost.Fields, limits.MaxFieldCost) : ("type", cost.Types, limits.MaxTypeCost);
        var message = string.Create(
            CultureInfo.InvariantCulture, $"The {word} cost is {met}, the most is {most}. \"{dearest}\" costs most: ask there for fewer items (first) or fewer fields.");
        return Of(new GraphQLError(message)
        {
            Code = ErrorCodes.CostExceeded,
            Extensions = new Dictionary<string, object?>
            {
                ["fieldCost"] = cost.Fields,
                ["maxFieldCost"] = limits.MaxFieldCost,
                ["typeCost"] = cost.Types,
                ["maxTypeCost"] = limits.MaxTypeCost,
                ["field"] = dearest,
            },
        });
    }
}
