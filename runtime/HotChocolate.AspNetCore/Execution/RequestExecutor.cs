using System.Diagnostics;
using HotChocolate.Language;
using HotChocolate.TypeSystem;
using HotChocolate.Validation;
using Microsoft.Extensions.Logging;

namespace HotChocolate.Execution;

/// <summary>Executes requests against a schema.</summary>
internal sealed class RequestExecutor
{
    private readonly ILogger<RequestExecutor> _logger;
    private readonly DocumentCache _documents;
    private readonly Members _members = new();
    private readonly SemaphoreSlim _turns;

    /// <param name="schema">What can be asked.</param>
    /// <param name="options">What requests may not exceed, and how errors are told.</param>
    /// <param name="time">For the time limit.</param>
    /// <param name="logger">Is told what clients are not.</param>
    public RequestExecutor(Schema schema, ExecutionOptions options, TimeProvider time, ILogger<RequestExecutor> logger)
    {
        (Schema, Options, Time, _logger) = (schema, options, time, logger);
        _documents = new DocumentCache(options.DocumentCache);
        _turns = new SemaphoreSlim(options.Concurrency);
    }

    public Schema Schema { get; }

    public ExecutionOptions Options { get; }

    public TimeProvider Time { get; }

    /// <summary>Executes a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="context">Who asks, and with what.</param>
    /// <param name="cancelled">Ends when the client goes.</param>
    /// <returns>The answer, which the caller disposes.</returns>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, RequestContext context, CancellationToken cancelled)
    {
        using var deadline = new Deadline(Options.Timeout, Time, cancelled);
        if (!await TakeTurnAsync(deadline))
            return Refusal.Overloaded(Options);
        try
        {
            return Find(request, out var refusal) is { } document ? await ExecuteAsync(document, request, context, deadline, cancelled) : refusal!;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Makes plans now that requests would otherwise wait for.</summary>
    /// <param name="document">A document.</param>
    /// <returns>What is wrong with it; none where it is valid.</returns>
    public IReadOnlyList<GraphQLError> Prepare(string document) => Prepared(document, out var errors) is null ? errors : [];

    private async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, GraphQLRequest request, RequestContext context, Deadline deadline, CancellationToken cancelled)
    {
        if (document.Operation(request.OperationName, out var missing) is not { } operation)
            return Refusal.Of(missing!);
        using var span = Spans.Start(operation, document);
        var teller = new ErrorTeller(Options, _logger, document.Document.Text, operation.Name);
        try
        {
            if (Refusal.OfMethod(operation.Node.Kind, context) is { } wrongMethod)
                return wrongMethod;
            if (Variables(operation, request, teller, out var errors) is not { } variables)
                return Refusal.Of(errors!);
            if (operation.Undecided(variables) is { } undecided)
                return Refusal.Of(undecided);
            var plan = operation.Plan(variables);
            var price = Price(plan, variables, context, out var tooDear);
            if (tooDear is not null)
                return tooDear;
            if (context.Cost == CostReport.Validate)
                return Answer.Priced(price);
            Cost? told = context.Cost == CostReport.Report ? price : null;
            if (operation.Node.Kind == OperationKind.Subscription)
                return Subscribe(plan, context, variables, teller, cancelled);
            return Spans.End(span, await new PlanRunner(new Execution(this, context, variables, deadline), plan, teller, deadline).RunAsync(null, told));
        }
        catch (PlanTooLarge problem)
        {
            return Refusal.Of(new GraphQLError(problem.Message) { Code = ErrorCodes.CostExceeded });
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            return Refusal.TimedOut(Options);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            return Answer.Failed(teller.Tell(problem));
        }
    }

    private PreparedDocument? Find(GraphQLRequest request, out Answer? refusal)
    {
        refusal = null;
        if (request.Query is not null && Options.OnlyTrustedDocuments)
        {
            refusal = Refusal.OnlyTrusted;
            return null;
        }

        var text = request.Query ?? (request.DocumentId is { } id ? Options.TrustedDocuments?.Invoke(id) : null);
        if (text is null)
        {
            refusal = Refusal.Missing(request);
            return null;
        }

        var document = Prepared(text, out var errors);
        if (document is null)
            refusal = Refusal.Of(errors);
        return document;
    }

    private PreparedDocument? Prepared(string text, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (_documents.Find(text) is { } known)
            return known;
        try
        {
            var document = Parser.Parse(text, Options.Parser);
            errors = Validator.Validate(Schema, document, Options.Validation);
            if (errors.Count > 0)
                return null;
            var prepared = new PreparedDocument(Schema, _members, document);
            _documents.Add(text, prepared);
            return prepared;
        }
        catch (SyntaxError problem)
        {
            errors = [GraphQLError.At(problem.Message, ErrorCodes.SyntaxError, text, problem.Position)];
            return null;
        }
    }

    private static VariableValues? Variables(PreparedOperation operation, GraphQLRequest request, ErrorTeller teller, out IReadOnlyList<GraphQLError>? errors)
    {
        try
        {
            var variables = operation.Variables.Coerce(request.Variables, out var wrong);
            errors = wrong;
            return wrong is null ? variables : null;
        }
        catch (Exception problem)
        {
            // The application's own input types refuse values too.
            errors = teller.Tell(problem);
            return null;
        }
    }

    private Cost Price(OperationPlan plan, VariableValues variables, RequestContext context, out Answer? tooDear)
    {
        tooDear = null;
        var analyzer = plan.FixedCost is null ? new CostAnalyzer(variables) : null;
        var cost = plan.FixedCost?.Cost ?? analyzer!.Of(plan);
        if (analyzer?.IsFixed == true)
            plan.FixedCost = new FixedCost(cost);
        if (Options.Cost.Enforce && context.Cost != CostReport.Validate && (cost.Fields > Options.Cost.MaxFieldCost || cost.Types > Options.Cost.MaxTypeCost))
            tooDear = Refusal.TooDear(cost, Options.Cost, (analyzer ?? new CostAnalyzer(variables)).Dearest(plan, cost.Fields <= Options.Cost.MaxFieldCost));
        return cost;
    }

    private ExecutionResult Subscribe(OperationPlan plan, RequestContext context, VariableValues variables, ErrorTeller teller, CancellationToken cancelled)
    {
        var field = plan.Root.Fields[0];
        var lifetime = new Deadline(Timeout.InfiniteTimeSpan, Time, cancelled);
        try
        {
            var column = new Column(Rows.Root(plan.Root, null), field);
            var source = ((StreamResolver)field.Field.Resolver!).Subscribe(
                new FieldContext(new Execution(this, context, variables, lifetime), column, field.Arguments.Coerce(variables)));
            return new SubscriptionStream(
                source, lifetime, (message, ended) => ExecuteEventAsync(plan, context, variables, teller, message, ended), problem => Fail(teller, field, problem));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            lifetime.Dispose();
            return Fail(teller, field, problem);
        }
    }

    private async ValueTask<SingleResult> ExecuteEventAsync(
        OperationPlan plan, RequestContext context, VariableValues variables, ErrorTeller teller, object? message, CancellationToken ended)
    {
        using var deadline = new Deadline(Options.Timeout, Time, ended);
        if (!await TakeTurnAsync(deadline))
            return Refusal.Overloaded(Options);
        try
        {
            return await new PlanRunner(new Execution(this, context, variables, deadline), plan, teller, deadline).RunAsync(message, null);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            return Refusal.TimedOut(Options);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return Answer.Failed(teller.Tell(problem));
        }
        finally
        {
            _turns.Release();
        }
    }

    private static Answer Fail(ErrorTeller teller, FieldPlan field, Exception problem)
    {
        var errors = new List<GraphQLError>();
        teller.Tell(errors, field, [field.Name], problem);
        return Answer.Failed([.. errors]);
    }

    private async ValueTask<bool> TakeTurnAsync(Deadline deadline) => _turns.Wait(0, CancellationToken.None) || await _turns.WaitAsync(deadline.Left, deadline.Client);
}
