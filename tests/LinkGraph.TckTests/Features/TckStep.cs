using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Features;

/// <summary>One step of a scenario, understood.</summary>
public abstract record TckStep;

/// <summary>"an empty graph", "any graph" (for which an empty one will do) or "the NAME graph".</summary>
/// <param name="Name">A folder of the TCK's graphs; null for an empty graph.</param>
public sealed record GivenGraph(string? Name) : TckStep;

/// <summary>"having executed:".</summary>
public sealed record SetUp(string Query) : TckStep;

/// <summary>"parameters are:".</summary>
public sealed record GivenParameters(IReadOnlyDictionary<string, TckValue> Values) : TckStep;

/// <summary>"there exists a procedure NAME(…) :: (…):".</summary>
public sealed record GivenProcedure(TckProcedure Procedure) : TckStep;

/// <summary>"executing query:" or "executing control query:"; what follows is about its outcome.</summary>
/// <param name="Query">Cypher.</param>
/// <param name="IsControl">A control query looks at what the query did; its own side effects are not counted.</param>
public sealed record Execute(string Query, bool IsControl) : TckStep;

/// <summary>"the result should be, in order:" and its kin; "the result should be empty" has neither columns nor rows.</summary>
public sealed record ExpectResult(TckTable Table, bool InOrder, bool IgnoringListOrder) : TckStep;

/// <summary>"the side effects should be:" and "no side effects".</summary>
public sealed record ExpectSideEffects(TckSideEffects Effects) : TckStep;

/// <summary>"a TYPE should be raised at PHASE: DETAIL".</summary>
/// <param name="Type">Such as SyntaxError.</param>
/// <param name="Phase">Null for any time.</param>
/// <param name="Detail">Such as UndefinedVariable; null for any.</param>
public sealed record ExpectError(string Type, TckPhase? Phase, string? Detail) : TckStep;
