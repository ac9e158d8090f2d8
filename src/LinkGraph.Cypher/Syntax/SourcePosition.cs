namespace LinkGraph.Cypher.Syntax;

/// <summary>A place in a query text. <paramref name="Offset"/> counts UTF-16 units from 0; line and column count from 1.</summary>
public readonly record struct SourcePosition(int Offset, int Line, int Column)
{
    public override string ToString() => $"line {Line}, column {Column} (offset: {Offset})";
}
