using Grpc.Core;

namespace Training.System.Tests;

/// <summary>Whole lists, page by page.</summary>
internal static class Pages
{
    public const int Largest = 500;

    /// <param name="call">Asks for the page after this token.</param>
    /// <param name="items">What the page holds.</param>
    /// <param name="next">The token of the page after it; empty at the end.</param>
    public static async Task<List<TItem>> AllAsync<TPage, TItem>(
        Func<string, AsyncUnaryCall<TPage>> call, Func<TPage, IEnumerable<TItem>> items, Func<TPage, string> next)
    {
        var all = new List<TItem>();
        for (var token = ""; ;)
        {
            var page = await call(token);
            all.AddRange(items(page));
            if ((token = next(page)).Length == 0)
                return all;
        }
    }
}
