namespace Neo4j.Driver;

/// <summary>A place in the text of a query.</summary>
public interface IInputPosition
{
    /// <summary>From 0.</summary>
    int Offset { get; }

    /// <summary>From 1.</summary>
    int Line { get; }

    /// <summary>From 1.</summary>
    int Column { get; }
}
