using Xunit;

namespace Training.Tests.Services;

/// <summary>A page as a test sees it: what is on it, a cursor for each, and the next page's token.</summary>
public sealed record SeenPage(IReadOnlyList<string> Items, IReadOnlyList<string> Cursors, string Next);

/// <summary>Walks through a list: from its beginning, from its end, and from every place in it.</summary>
public static class PageWalk
{
    private const int MostPages = 10_000;

    /// <param name="page">Asks for a page: its token, and whether backwards.</param>
    /// <param name="backwards">From the end.</param>
    public static async Task<IReadOnlyList<string>> AllAsync(Func<string, bool, Task<SeenPage>> page, bool backwards = false)
    {
        List<string> all = [];
        var token = "";
        for (var pages = 0; pages < MostPages; pages++)
        {
            var seen = await page(token, backwards);
            Assert.Equal(seen.Items.Count, seen.Cursors.Count);
            all.InsertRange(backwards ? 0 : all.Count, seen.Items);
            if ((token = seen.Next) == "")
                return all;
            Assert.NotEmpty(seen.Items);
        }
        throw new InvalidOperationException($"The list does not end within {MostPages} pages.");
    }

    /// <summary>Expects a list to hold these in this order, whichever way one goes through it.</summary>
    public static async Task HoldsAsync(IReadOnlyList<string> expected, Func<string, bool, Task<SeenPage>> page)
    {
        Assert.Equal(expected, await AllAsync(page));
        Assert.Equal(expected, await AllAsync(page, backwards: true));
        var first = await page("", false);
        for (var place = 0; place < first.Items.Count; place++)
        {
            var after = await page(first.Cursors[place], false);
            Assert.Equal(expected.Skip(place + 1).Take(after.Items.Count), after.Items);
            var before = await page(first.Cursors[place], true);
            Assert.Equal(expected.Take(place).TakeLast(before.Items.Count), before.Items);
            Assert.Equal((place + 1 < expected.Count, place > 0), (after.Items.Count > 0, before.Items.Count > 0));
        }
    }
}
