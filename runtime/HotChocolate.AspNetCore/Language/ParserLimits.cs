namespace HotChocolate.Language;

/// <summary>What a document may not exceed while it is read.</summary>
/// <param name="Fields">Fields in the whole document.</param>
/// <param name="Tokens">Tokens in the whole document.</param>
/// <param name="Depth">How deep selections, values and types may be nested.</param>
/// <param name="DirectivesPerLocation">Directives at one place.</param>
internal sealed record ParserLimits(int Fields, int Tokens, int Depth, int DirectivesPerLocation)
{
    public static ParserLimits Default { get; } = new(Fields: 2048, Tokens: 20_000, Depth: 200, DirectivesPerLocation: 4);

    /// <summary>For documents that we wrote ourselves.</summary>
    public static ParserLimits None { get; } = new(int.MaxValue, int.MaxValue, 1000, int.MaxValue);
}
