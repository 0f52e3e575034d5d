using Google.Protobuf;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>Synchronising reads forwards: what changed next comes next.</summary>
public sealed class SynchronisesForwards()
    : DomainError(ErrorKind.Invalid, "changed_since lists changes in their order. Leave out backwards, or leave out changed_since.", "backwards");

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Size">At most 500; 0 asks for 50.</param>
/// <param name="Token">Where the page begins (backwards: ends); empty for the list's beginning (end).</param>
/// <param name="Backwards">The page that ends at the token.</param>
/// <param name="WithTotal">Also count the whole list.</param>
/// <param name="ChangedSince">Only what changed since, in the order of changes; <c>null</c> for the list in its own order.</param>
public sealed record PageAsk(int Size, string Token, bool Backwards = false, bool WithTotal = false, string? ChangedSince = null)
{
    /// <summary>What a list's request says, by the names that every list of the contracts has for it (contracts/README.md).</summary>
    /// <param name="request">The request.</param>
    public static PageAsk Of(IMessage request)
    {
        object? Said(string name) =>
            request.Descriptor.FindFieldByName(name) is { } field && (!field.HasPresence || field.Accessor.HasValue(request)) ? field.Accessor.GetValue(request) : null;
        return new PageAsk(
            (int)(Said("page_size") ?? 0), (string)(Said("page_token") ?? ""), (bool)(Said("backwards") ?? false), (bool)(Said("with_total") ?? false),
            (string?)Said("changed_since"));
    }

    /// <summary>Where to begin.</summary>
    /// <exception cref="SynchronisesForwards">Changes were asked for backwards.</exception>
    internal string Start => ChangedSince is not null && Backwards ? throw new SynchronisesForwards() : Token != "" ? Token : ChangedSince ?? "";
}
