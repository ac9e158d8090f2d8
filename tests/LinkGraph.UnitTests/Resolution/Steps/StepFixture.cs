using LinkGraph.Model.Evidence;
using LinkGraph.Resolution;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.UnitTests.Resolution.Steps;

/// <summary>The steps up to the verdict, over some evidence.</summary>
internal sealed class StepFixture
{
    public StepFixture(EvidenceSet evidence)
    {
        World = WorldBuilder.Build(evidence);
        Context = ContextBuilder.Build(World);
        Life = new LifeLeft(World, Context, ResolutionSettings.Default);
        Verdict = new Verdict(World, Context, Life, ResolutionSettings.Default);
        Counter = new GroupCounter(World, Context);
    }

    public World World { get; }

    public Context Context { get; }

    public LifeLeft Life { get; }

    public Verdict Verdict { get; }

    public GroupCounter Counter { get; }

    public int Number(string account) => Array.BinarySearch(World.AccountIds, account, StringComparer.Ordinal);

    /// <summary>The accounts of a true entity, ascending.</summary>
    public int[] Group(SmallWorld world, string entity) => [.. world.Truth.Where(t => t.Value == entity).Select(t => Number(t.Key)).Order()];
}
