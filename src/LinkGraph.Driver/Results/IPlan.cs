namespace Neo4j.Driver;

/// <summary>How the server would run a query: a tree of operators.</summary>
public interface IPlan
{
    string OperatorType { get; }

    IDictionary<string, object> Arguments { get; }

    IList<string> Identifiers { get; }

    IList<IPlan> Children { get; }
}
