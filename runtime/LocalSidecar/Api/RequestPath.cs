using System.Net;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>The path of a request as it came, because Dapr unescapes its parts as it does a query: <c>+</c> is a space.</summary>
internal ref struct RequestPath(ReadOnlySpan<char> rest)
{
    private ReadOnlySpan<char> _rest = rest;

    public readonly ReadOnlySpan<char> Rest => _rest;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public static ReadOnlySpan<char> Of(string rawTarget)
    {
        var target = rawTarget.AsSpan();
        if (!target.StartsWith('/') && Uri.TryCreate(rawTarget, UriKind.Absolute, out var absolute))
            target = absolute.PathAndQuery;
        var query = target.IndexOf('?');
        return (query < 0 ? target : target[..query]).TrimStart('/');
    }

    /// <summary>Takes the next part if it is this one.</summary>
    public bool Take(string part)
    {
        var (next, rest) = Split();
        if (!next.SequenceEqual(part))
            return false;
        _rest = rest;
        return true;
    }

    /// <summary>Takes the next part, unescaped.</summary>
    public string Next()
    {
        var (next, rest) = Split();
        _rest = rest;
        return Unescape(next);
    }

    /// <summary>Takes all that is left, unescaped.</summary>
    public string Tail()
    {
        var tail = Unescape(_rest);
        _rest = [];
        return tail;
    }

    private static string Unescape(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? WebUtility.UrlDecode(text.ToString()) : text.ToString();

    private readonly Parts Split()
    {
        var slash = _rest.IndexOf('/');
        return slash < 0 ? new Parts(_rest, []) : new Parts(_rest[..slash], _rest[(slash + 1)..]);
    }

    private readonly ref struct Parts(ReadOnlySpan<char> first, ReadOnlySpan<char> rest)
    {
        private readonly ReadOnlySpan<char> _first = first;
        private readonly ReadOnlySpan<char> _rest = rest;

        public void Deconstruct(out ReadOnlySpan<char> first, out ReadOnlySpan<char> rest)
        {
            first = _first;
            rest = _rest;
        }
    }
}
