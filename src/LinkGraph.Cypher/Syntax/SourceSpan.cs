namespace LinkGraph.Cypher.Syntax;

/// <summary>The text a syntax node was read from: offset and length in UTF-16 units, line and column (from 1) of its start.</summary>
public readonly record struct SourceSpan(int Offset, int Length, int Line, int Column)
{
    public SourcePosition Start => new(Offset, Line, Column);

    public int End => Offset + Length;
}
