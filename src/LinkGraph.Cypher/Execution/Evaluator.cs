using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>A compiled expression: its value for the row as it stands.</summary>
internal delegate Value Evaluator(ExecutionState state, Value[] row);
