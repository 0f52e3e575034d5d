namespace HotChocolate.Language;

/// <summary>The tokens of the language (specification, section 2.1.6 and 2.1.8).</summary>
internal enum TokenKind : byte
{
    Start,
    End,
    Bang,
    Dollar,
    Ampersand,
    OpenParenthesis,
    CloseParenthesis,
    Spread,
    Colon,
    EqualSign,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
