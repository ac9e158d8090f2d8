namespace LinkGraph.Graph.Catalogue;

/// <summary>Types a query's header may give its parameters, by the names Cypher has for them.</summary>
public enum ParameterType
{
    String,
    Integer,
    Float,
    Boolean,
    DateTime,
    List,
    Map,
}
