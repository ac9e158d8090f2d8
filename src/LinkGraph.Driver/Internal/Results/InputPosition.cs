#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal sealed class InputPosition(Dictionary<string, object> fields) : IInputPosition
{
    public int Offset => Integer("offset");

    public int Line => Integer("line");

    public int Column => Integer("column");

    private int Integer(string name) => fields.GetValueOrDefault(name) is long value ? checked((int)value) : 0;
}
