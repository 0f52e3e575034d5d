using System.Globalization;

namespace HotChocolate.Language;

/// <summary>Walks over a document token by token (specification, section 2.1). Allocates nothing until a value is asked for.</summary>
internal ref struct Lexer(string text)
{
    private readonly string _text = text;
    private int _next;

    public TokenKind Kind { get; private set; } = TokenKind.Start;

    /// <summary>Where the token begins and ends, as offsets into the text.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The token as it is written.</summary>
    public readonly ReadOnlySpan<char> Written => _text.AsSpan(Start, End - Start);

    /// <summary>The value of a string token.</summary>
    public readonly string StringValue => Kind == TokenKind.BlockString
        ? BlockString.ValueOf(_text.AsSpan(Start + 3, End - Start - 6))
        : StringLiteral.ValueOf(_text, Start, End);

    /// <exception cref="SyntaxError">What comes next is no token.</exception>
    public void Advance()
    {
        SkipIgnored();
        Start = _next;
        Kind = _next == _text.Length ? TokenKind.End : Read(_text[_next]);
        End = _next;
    }

    private void SkipIgnored()
    {
        while (_next < _text.Length)
        {
            switch (_text[_next])
            {
                case '\uFEFF' or '\t' or ' ' or '\n' or '\r' or ',':
                    _next++;
                    break;
                case '#':
                    var end = _text.AsSpan(_next).IndexOfAny('\n', '\r');
                    _next = end < 0 ? _text.Length : _next + end;
                    break;
                default:
                    return;
            }
        }
    }

    private TokenKind Read(char first) => first switch
    {
        '!' => Punctuator(TokenKind.Bang),
        '$' => Punctuator(TokenKind.Dollar),
        '&' => Punctuator(TokenKind.Ampersand),
        '(' => Punctuator(TokenKind.OpenParenthesis),
        ')' => Punctuator(TokenKind.CloseParenthesis),
        ':' => Punctuator(TokenKind.Colon),
        '=' => Punctuator(TokenKind.EqualSign),
        '@' => Punctuator(TokenKind.At),
        '[' => Punctuator(TokenKind.OpenBracket),
        ']' => Punctuator(TokenKind.CloseBracket),
        '{' => Punctuator(TokenKind.OpenBrace),
        '|' => Punctuator(TokenKind.Pipe),
        '}' => Punctuator(TokenKind.CloseBrace),
        '.' => ReadSpread(),
        '"' => ReadString(),
        '-' or (>= '0' and <= '9') => ReadNumber(),
        _ when IsNameStart(first) => ReadName(),
        _ => throw Unexpected(_next),
    };

    private TokenKind Punctuator(TokenKind kind)
    {
        _next++;
        return kind;
    }

    private TokenKind ReadSpread()
    {
        if (!_text.AsSpan(_next).StartsWith("...", StringComparison.Ordinal))
            throw Unexpected(_next);
        _next += 3;
        return TokenKind.Spread;
    }

    private TokenKind ReadName()
    {
        while (_next < _text.Length && IsNameContinue(_text[_next]))
            _next++;
        return TokenKind.Name;
    }

    private TokenKind ReadNumber()
    {
        var kind = TokenKind.Int;
        if (_text[_next] == '-')
            _next++;
        if (Peek() == '0')
        {
            _next++;
            if (char.IsAsciiDigit(Peek()))
                throw new SyntaxError($"Invalid number, unexpected digit after 0: {Shown(_next)}.", _next);
        }
        else
        {
            SkipDigits();
        }

        if (Peek() == '.')
        {
            kind = TokenKind.Float;
            _next++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            kind = TokenKind.Float;
            _next++;
            if (Peek() is '+' or '-')
                _next++;
            SkipDigits();
        }

        if (Peek() == '.' || IsNameStart(Peek()))
            throw new SyntaxError($"Invalid number, expected digit but got: {Shown(_next)}.", _next);
        return kind;
    }

    private void SkipDigits()
    {
        if (!char.IsAsciiDigit(Peek()))
            throw new SyntaxError($"Invalid number, expected digit but got: {Shown(_next)}.", _next);
        while (char.IsAsciiDigit(Peek()))
            _next++;
    }

    private TokenKind ReadString()
    {
        var rest = _text.AsSpan(_next);
        if (rest.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            _next = BlockString.EndOf(_text, _next);
            return TokenKind.BlockString;
        }

        _next = StringLiteral.EndOf(_text, _next);
        return TokenKind.String;
    }

    // U+0000 stands for the end: it is no source character, so no token continues with it.
    private readonly char Peek() => _next < _text.Length ? _text[_next] : '\0';

    private readonly SyntaxError Unexpected(int position) => _text[position] == '\''
        ? new SyntaxError("Unexpected single quote character ('), did you mean to use a double quote (\")?", position)
        : new SyntaxError($"Unexpected character: {Shown(position)}.", position);

    private readonly string Shown(int position) => SourceCharacter.Shown(_text, position);

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}

/// <summary>Characters of the source text, as errors show them (specification, section 2.1.1).</summary>
internal static class SourceCharacter
{
    public static string Shown(string text, int position)
    {
        if (position >= text.Length)
            return "<EOF>";
        if (text[position] is >= ' ' and <= '~')
            return text[position] == '"' ? "'\"'" : $"\"{text[position]}\"";
        var point = char.IsSurrogatePair(text, position) ? char.ConvertToUtf32(text, position) : text[position];
        return string.Create(CultureInfo.InvariantCulture, $"U+{point:X4}");
    }

    /// <summary>How many UTF-16 units the scalar value here takes; 0 where a surrogate stands alone.</summary>
    public static int UnitsAt(string text, int position) =>
        !char.IsSurrogate(text[position]) ? 1 : position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 0;
}
