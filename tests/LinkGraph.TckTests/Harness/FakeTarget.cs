using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Harness;

/// <summary>A target that answers as a test tells it to, over a graph that the test changes by hand.</summary>
internal sealed class FakeTarget(Func<FakeTarget, string, Task<TckOutcome>> answer) : ITckTarget
{
    public FakeTarget(Func<FakeTarget, string, TckOutcome> answer)
        : this((target, query) => Task.FromResult(answer(target, query)))
    {
    }

    public List<TckNode> Nodes { get; } = [];

    public List<TckRelationship> Relationships { get; } = [];

    public List<TckProcedure> Procedures { get; } = [];

    public List<string> Queries { get; } = [];

    public IReadOnlyDictionary<string, TckValue>? Parameters { get; private set; }

    public bool KnowsProcedures { get; init; }

    public bool IsDisposed { get; private set; }

    public string Name => "a fake";

    public Task ResetAsync(CancellationToken cancel)
    {
        Nodes.Clear();
        Relationships.Clear();
        Procedures.Clear();
        return Task.CompletedTask;
    }

    public Task<bool> RegisterAsync(TckProcedure procedure, CancellationToken cancel)
    {
        if (KnowsProcedures)
            Procedures.Add(procedure);
        return Task.FromResult(KnowsProcedures);
    }

    public async Task<TckOutcome> RunAsync(string query, IReadOnlyDictionary<string, TckValue> parameters, CancellationToken cancel)
    {
        switch (query)
        {
            case "MATCH (n) RETURN n":
                return Column("n", [.. Nodes]);
            case "MATCH ()-[r]->() RETURN r":
                return Column("r", [.. Relationships]);
            default:
                Queries.Add(query);
                Parameters = parameters;
                return await answer(this, query);
        }
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    public static TckOutcome Column(string name, params TckValue[] values) =>
        TckOutcome.Of(new TckTable([name], [.. values.Select(value => new[] { value })]));

    public static TckOutcome Error(string type, TckPhase phase, string? detail = null) =>
        TckOutcome.Of(new TckError(type, phase, $"{type}: so it is", detail));
}
