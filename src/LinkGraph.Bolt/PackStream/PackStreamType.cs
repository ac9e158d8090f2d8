namespace LinkGraph.Bolt.PackStream;

/// <summary>What kind of value stands next in a PackStream.</summary>
public enum PackStreamType
{
    Null,
    Boolean,
    Integer,
    Float,
    Bytes,
    String,
    List,
    Map,
    Structure,
}
