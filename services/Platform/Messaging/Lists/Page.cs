using Google.Protobuf;

namespace Training.Messaging;

/// <summary>A part of a list.</summary>
/// <param name="Rows">In the list's order.</param>
/// <param name="Cursors">The place of each row, as a page token.</param>
/// <param name="Next">The next page's token, in the direction that was asked for; empty on the last page.</param>
/// <param name="Total">How many rows the whole list has, where that was asked for.</param>
/// <param name="ChangedUntil">Where the next synchronisation begins; empty for a list in its own order.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, IReadOnlyList<string> Cursors, string Next, long? Total = null, string ChangedUntil = "")
{
    /// <summary>The same page of what is made of its rows.</summary>
    public Page<TOther> Of<TOther>(Func<T, TOther> made) => Of([.. Rows.Select(made)]);

    /// <summary>The same page of what was read in place of its rows, in their order.</summary>
    public Page<TOther> Of<TOther>(IReadOnlyList<TOther> rows) => new(rows, Cursors, Next, Total, ChangedUntil);

    /// <summary>Completes a response, which has its rows, by what every list of the contracts says of a page (contracts/README.md).</summary>
    /// <param name="response">The response.</param>
    /// <returns>The same.</returns>
    public TMessage Tell<TMessage>(TMessage response) where TMessage : IMessage
    {
        var fields = response.Descriptor;
        fields.FindFieldByName("next_page_token").Accessor.SetValue(response, Next);
        if (fields.FindFieldByName("cursors")?.Accessor.GetValue(response) is IList<string> cursors)
            foreach (var cursor in Cursors)
                cursors.Add(cursor);
        if (Total is { } total)
            fields.FindFieldByName("total")?.Accessor.SetValue(response, total);
        fields.FindFieldByName("changed_until")?.Accessor.SetValue(response, ChangedUntil);
        return response;
    }
}
