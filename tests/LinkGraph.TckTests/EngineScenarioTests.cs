using LinkGraph.TckTests.Ratchets;
using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Targets;

namespace LinkGraph.TckTests;

/// <summary>The scenarios on the embedded engine.</summary>
public sealed class EngineRun : TckRun
{
    protected override Task<ITckTarget> CreateTargetAsync(CancellationToken cancel) => Task.FromResult<ITckTarget>(new EngineTarget());
}

public sealed class EngineScenarioTests(EngineRun run) : ScenarioTests(run), IClassFixture<EngineRun>;
