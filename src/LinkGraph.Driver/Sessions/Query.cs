using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher and its parameters.</summary>
public class Query
{
    public Query(string text)
        : this(text, (IDictionary<string, object>)null)
    {
    }

    /// <param name="parameters">An object whose public properties are the parameters.</param>
    public Query(string text, object parameters)
        : this(text, ParameterConversion.ToDictionary(parameters))
    {
    }

    public Query(string text, IDictionary<string, object> parameters)
    {
        Text = text;
        Parameters = parameters ?? new Dictionary<string, object>();
    }

    public string Text { get; }

    public IDictionary<string, object> Parameters { get; }

    /// <summary>The text; parameters may hold what must not be shown.</summary>
    public override string ToString() => Text;
}
