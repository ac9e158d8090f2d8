using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>One thing that a pattern makes.</summary>
internal abstract record Creation(int Slot, Evaluator Properties)
{
    public abstract void Run(ExecutionState state, Value[] row);

    /// <exception cref="CypherException">They are no map.</exception>
    protected MapValue PropertiesOf(ExecutionState state, Value[] row) => Properties(state, row) switch
    {
        { Kind: ValueKind.Map } map => map.AsMap(),
        { IsNull: true } => MapValue.Empty,
        { Kind: ValueKind.Node or ValueKind.Relationship } entity => Expressions.EntityProperties.Of(state, entity),
        var other => throw CypherErrors.Type($"Expected the properties to be a map, not a value of type {other.Kind}."),
    };
}

internal sealed record NodeCreation(int Slot, Func<ExecutionState, Value[], List<string>> Labels, Evaluator Properties) : Creation(Slot, Properties)
{
    public override void Run(ExecutionState state, Value[] row) =>
        row[Slot] = EntityWriter.CreateNode(state, Labels(state, row), PropertiesOf(state, row));
}

internal sealed record RelationshipCreation(int Slot, Func<ExecutionState, Value[], List<string>> Type, int Start, int End, Evaluator Properties) : Creation(Slot, Properties)
{
    public override void Run(ExecutionState state, Value[] row) => row[Slot] = EntityWriter.CreateRelationship(
        state, Type(state, row) is [var type] ? type : throw CypherErrors.Type("A relationship has exactly one type."), row[Start], row[End], PropertiesOf(state, row));
}

/// <summary>Makes the nodes and relationships of patterns, in their order, for every row.</summary>
internal sealed class CreatePattern(Operator input, Creation[] creations) : Operator
{
    public override string Name => "Create";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            foreach (var creation in creations)
            {
                creation.Run(state, row);
            }

            yield return r;
        }
    }
}
