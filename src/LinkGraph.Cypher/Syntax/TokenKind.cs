namespace LinkGraph.Cypher.Syntax;

internal enum TokenKind
{
    End,

    /// <summary>A name without backticks. Keywords are names that stand in the right place.</summary>
    Word,

    /// <summary>A name in backticks.</summary>
    QuotedName,
    Integer,
    Float,
    String,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Semicolon,
    Colon,
    DoubleColon,
    Dot,
    DotDot,
    Dollar,
    Bar,
    DoubleBar,
    Ampersand,
    Exclamation,
    Percent,
    Plus,
    PlusEqual,
    Minus,
    Star,
    Slash,
    Caret,
    Equal,
    RegexMatch,
    NotEqual,
    BangEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
