using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.Hosting;
using Training.Reference.V1;

namespace Training.Reference;

/// <summary>The gRPC edge: message → use case → message.</summary>
internal sealed class SuggestionsService(Suggest suggest, AcceptSuggestion accept, ImportSuggestions import, SuggestionReader reader)
    : Suggestions.SuggestionsBase
{
    public override async Task<V1.Suggestion> Suggest(SuggestRequest request, ServerCallContext context) =>
        ToMessage(await suggest.Run(request.Text, context.GetCaller(), context.CancellationToken));

    public override async Task<V1.Suggestion> Accept(AcceptRequest request, ServerCallContext context) =>
        ToMessage(await accept.Run(TypedId.Parse<SuggestionId>("id", request.Id), context.GetCaller(), context.CancellationToken));

    public override async Task<ImportSuggestionsResponse> ImportSuggestions(IAsyncStreamReader<SuggestRequest> requestStream, ServerCallContext context) =>
        new() { Imported = await import.Run(requestStream.ReadAllAsync(context.CancellationToken).Select(r => r.Text), context.GetCaller(), context.CancellationToken) };

    public override async Task<V1.Tally> GetTally(GetTallyRequest request, ServerCallContext context)
    {
        var tally = await reader.Tally(context.CancellationToken);
        return new V1.Tally { Made = tally.Made, Accepted = tally.Accepted };
    }

    public override async Task ListSuggestions(ListSuggestionsRequest request, IServerStreamWriter<V1.Suggestion> responseStream, ServerCallContext context)
    {
        await foreach (var suggestion in reader.All().WithCancellation(context.CancellationToken))
            await responseStream.WriteAsync(ToMessage(suggestion), context.CancellationToken);
    }

    public override async Task LookUp(IAsyncStreamReader<LookUpRequest> requestStream, IServerStreamWriter<V1.Suggestion> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(
                ToMessage(await reader.One(TypedId.Parse<SuggestionId>("id", request.Id), context.CancellationToken)), context.CancellationToken);
    }

    private static V1.Suggestion ToMessage(Suggestion suggestion) => new()
    {
        Id = suggestion.Id.ToString(),
        Text = suggestion.Text,
        Made = suggestion.Made.ToTimestamp(),
        Accepted = suggestion.AcceptedBy is not null,
        Version = suggestion.Version,
    };
}
