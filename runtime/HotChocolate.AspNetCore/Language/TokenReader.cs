namespace HotChocolate.Language;

/// <summary>What every part of the grammar is read with: looks at the next token, takes it, or says what was expected instead.</summary>
internal ref struct TokenReader
{
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private int _tokens;
    private int _depth;
    private int _fields;

    public TokenReader(string text, ParserLimits limits)
    {
        Text = text;
        _limits = limits;
        _lexer = new Lexer(text);
        Advance();
    }

    public string Text { get; }

    public readonly TokenKind Kind => _lexer.Kind;

    public readonly int Start => _lexer.Start;

    public readonly ReadOnlySpan<char> Written => _lexer.Written;

    public void Advance()
    {
        if (++_tokens > _limits.Tokens)
            throw new SyntaxError($"The document has more than {_limits.Tokens} tokens. Split it, or ask for less at once.", _lexer.Start);
        _lexer.Advance();
    }

    public readonly bool Is(TokenKind kind) => _lexer.Kind == kind;

    public readonly bool IsKeyword(string word) => _lexer.Kind == TokenKind.Name && _lexer.Written.SequenceEqual(word);

    public readonly bool IsString => _lexer.Kind is TokenKind.String or TokenKind.BlockString;

    public bool TryTake(TokenKind kind)
    {
        if (!Is(kind))
            return false;
        Advance();
        return true;
    }

    public bool TryTakeKeyword(string word)
    {
        if (!IsKeyword(word))
            return false;
        Advance();
        return true;
    }

    public void Take(TokenKind kind)
    {
        if (!TryTake(kind))
            throw new SyntaxError($"Expected {Show(kind)}, found {Found}.", Start);
    }

    public void TakeKeyword(string word)
    {
        if (!TryTakeKeyword(word))
            throw new SyntaxError($"Expected \"{word}\", found {Found}.", Start);
    }

    public NameNode Name()
    {
        if (!Is(TokenKind.Name))
            throw new SyntaxError($"Expected Name, found {Found}.", Start);
        var name = new NameNode(Start, Names.Of(Written));
        Advance();
        return name;
    }

    public StringNode String()
    {
        var value = new StringNode(Start, _lexer.StringValue, Is(TokenKind.BlockString));
        Advance();
        return value;
    }

    /// <summary>Goes one level deeper; <see cref="Leave"/> comes back.</summary>
    public void Enter()
    {
        if (++_depth > _limits.Depth)
            throw new SyntaxError($"The document is nested more than {_limits.Depth} levels deep. Flatten it.", Start);
    }

    public void Leave() => _depth--;

    public void CountField(int start)
    {
        if (++_fields > _limits.Fields)
            throw new SyntaxError($"The document has more than {_limits.Fields} fields. Split it into several.", start);
    }

    public readonly void CountDirectives(int count)
    {
        if (count > _limits.DirectivesPerLocation)
            throw new SyntaxError($"More than {_limits.DirectivesPerLocation} directives at one place.", Start);
    }

    public readonly SyntaxError Unexpected() => new($"Unexpected {Found}.", Start);

    /// <summary>A name that has no business where it stands. It is judged once what follows it is read, as by the reference implementation: where that is no token, that is told.</summary>
    public static SyntaxError Unexpected(NameNode name) => new($"Unexpected Name \"{name.Value}\".", name.Start);

    private readonly string Found => Kind switch
    {
        TokenKind.Name => $"Name \"{Written}\"",
        TokenKind.Int => $"Int \"{Written}\"",
        TokenKind.Float => $"Float \"{Written}\"",
        TokenKind.String => $"String {Written}",
        TokenKind.BlockString => "BlockString",
        _ => Show(Kind),
    };

    private static string Show(TokenKind kind) => kind switch
    {
        TokenKind.End => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.OpenParenthesis => "\"(\"",
        TokenKind.CloseParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.OpenBracket => "\"[\"",
        TokenKind.CloseBracket => "\"]\"",
        TokenKind.OpenBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.CloseBrace => "\"}\"",
        _ => kind.ToString(),
    };
}
