namespace HotChocolate.Types;

/// <summary>What a mutation ends with: a value, or errors.</summary>
internal sealed record MutationPayload<T>(T? Data, IReadOnlyList<object>? Errors);
