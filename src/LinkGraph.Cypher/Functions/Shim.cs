using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions;

internal interface IAggregate
{
    void Add(Value value);

    Value Result();
}

internal static class Aggregates
{
    public static IAggregate Start(string name, Value[] arguments) => name.ToLowerInvariant() switch
    {
        "count" => new Fold(Value.Of(0L), (t, _) => Value.Of(t.AsInteger() + 1)),
        "sum" => new Fold(Value.Of(0L), (t, v) => t.IsInteger && v.IsInteger ? Value.Of(t.AsInteger() + v.AsInteger()) : Value.Of(t.AsNumber() + v.AsNumber())),
        "min" => new Fold(Value.Null, (t, v) => t.IsNull || OrderComparer.Instance.Compare(v, t) < 0 ? v : t),
        "max" => new Fold(Value.Null, (t, v) => t.IsNull || OrderComparer.Instance.Compare(v, t) > 0 ? v : t),
        "collect" => new Fold(Value.List(), (t, v) => Value.List([.. t.AsList(), v])),
        _ => throw new NotSupportedException(name),
    };

    private sealed class Fold(Value start, Func<Value, Value, Value> of) : IAggregate
    {
        private Value total = start;

        public void Add(Value value) => total = value.IsNull ? total : of(total, value);

        public Value Result() => total;
    }
}
