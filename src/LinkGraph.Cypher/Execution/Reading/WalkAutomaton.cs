using LinkGraph.Storage;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>
/// A path pattern as places one after the other, and steps between them. A walk that ends in the last place is a path of the pattern. The first
/// place is number 0.
/// </summary>
/// <param name="Places">In order; a walk never goes back but within one quantified part.</param>
/// <param name="Edges">What the relationships of a walk are given to, in order.</param>
internal sealed record WalkAutomaton(IReadOnlyList<WalkPlace> Places, IReadOnlyList<WalkEdge> Edges)
{
    public int Last => Places.Count - 1;
}

/// <summary>Where a walk may be in its pattern.</summary>
internal sealed class WalkPlace
{
    /// <summary>The place where the walk is as well, without a step; -1 for none.</summary>
    public int Next { get; set; } = -1;

    public List<WalkStep> Steps { get; } = [];

    /// <summary>Slot that takes the node to be asked about; -1 where its variable is known.</summary>
    public int Node { get; set; } = -1;

    /// <summary>Slot of the node that it has to be; -1 if it may be any.</summary>
    public int Known { get; set; } = -1;

    /// <summary>What the node must be.</summary>
    public Evaluator? Test { get; set; }
}

/// <summary>One relationship of a walk.</summary>
/// <param name="To">The place that it leads to.</param>
/// <param name="Edge">Which edge it belongs to.</param>
/// <param name="Direction">Seen from where it begins.</param>
/// <param name="Types">Of what types.</param>
/// <param name="Test">What it must be, with the nodes beside it; null if it may be any.</param>
/// <param name="Relationship">Slot that takes the relationship to be asked about.</param>
/// <param name="Left">Slot that takes the node before it; -1 for none.</param>
/// <param name="Right">Slot that takes the node behind it; -1 for none.</param>
internal sealed record WalkStep(int To, int Edge, Direction Direction, TypeSet Types, Evaluator? Test, int Relationship, int Left, int Right);

/// <summary>Where a part of a walk is given to.</summary>
/// <param name="Slot">Takes the relationship, or the list of them.</param>
/// <param name="IsList">It takes a list.</param>
/// <param name="Right">Slot of the node behind; -1 where that is known.</param>
/// <param name="Length">Relationships of one time of a quantified part.</param>
/// <param name="Groups">Slots that take a list over all times: of the node or the relationship at some place of each.</param>
internal sealed record WalkEdge(int Slot, bool IsList, int Right, int Length, IReadOnlyList<(int Slot, bool IsNode, int At)> Groups);
