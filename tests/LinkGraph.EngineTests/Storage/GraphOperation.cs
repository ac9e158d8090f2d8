using CsCheck;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

/// <summary>One step of a random history; the numbers choose among what there is when it runs.</summary>
internal sealed record GraphOperation(GraphOperation.Step Kind, int First, int Second, int Token, Value Value, Value Other)
{
    public static Value[] Values { get; } =
    [
        Value.Of(1), Value.Of(1.0), Value.Of("a"), Value.Of(double.NaN), Value.Of(0.5), Value.Of("ab"), Value.Of(2), Value.Of(-1), Value.Of("b"), Value.Of(""),
        Value.True, Value.False, Value.Null, Value.Of(new Date(11)), Value.List(Value.Of(1), Value.Of(2)), Value.Of(new LocalTime(5)),
        Value.Of(new string('x', 50)), Value.Of(long.MaxValue), Value.Of("\U0001F600"), Value.Of("\uFFFD"),
    ];

    public static Gen<GraphOperation> Any { get; } = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(Step.CreateNode)), (8, Gen.Const(Step.CreateRelationship)), (8, Gen.Const(Step.SetNodeProperty)),
            (3, Gen.Const(Step.SetRelationshipProperty)), (2, Gen.Const(Step.ReplaceNodeProperties)), (2, Gen.Const(Step.MergeRelationshipProperties)),
            (4, Gen.Const(Step.AddLabel)), (2, Gen.Const(Step.RemoveLabel)), (2, Gen.Const(Step.DetachDeleteNode)), (1, Gen.Const(Step.DeleteNode)),
            (3, Gen.Const(Step.DeleteRelationship)), (3, Gen.Const(Step.Commit)), (1, Gen.Const(Step.Rollback)), (1, Gen.Const(Step.Compare))),
        Gen.Int[0, 1000],
        Gen.Int[0, 1000],
        Gen.Int[0, GraphComparison.Tokens - 1],
        Gen.Int[0, Values.Length - 1].Select(i => Values[i]),
        Gen.Int[0, Values.Length - 1].Select(i => Values[i]),
        (kind, first, second, token, value, other) => new GraphOperation(kind, first, second, token, value, other));

    public enum Step
    {
        CreateNode,
        CreateRelationship,
        SetNodeProperty,
        SetRelationshipProperty,
        ReplaceNodeProperties,
        MergeRelationshipProperties,
        AddLabel,
        RemoveLabel,
        DetachDeleteNode,
        DeleteNode,
        DeleteRelationship,
        Commit,
        Rollback,
        Compare,
    }
}
