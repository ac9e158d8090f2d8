using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>What a statement became.</summary>
/// <param name="Root">Gives the rows.</param>
/// <param name="Columns">Names of the result's columns; none for a statement that gives no result.</param>
/// <param name="Slots">Where their values are.</param>
/// <param name="FrameSize">Slots of a row.</param>
/// <param name="Writes">It changes the graph.</param>
internal sealed record QueryPlan(Operator Root, IReadOnlyList<string> Columns, IReadOnlyList<int> Slots, int FrameSize, bool Writes)
{
    /// <summary>Parameters that have to be given.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Whether it is to be run, or but shown.</summary>
    public StatementMode Mode { get; init; }

    /// <summary>It commits before it ends, again and again.</summary>
    public bool CommitsInParts { get; init; }

    /// <summary>It changes the schema.</summary>
    public bool IsSchema { get; init; }
}
