using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Contexts;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;
using LinkGraph.Resolution.Outcomes;
using LinkGraph.Resolution.Profiles;
using LinkGraph.Resolution.Records;
using LinkGraph.Resolution.Seeds;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution;

/// <summary>
/// From evidence to operators. Pure: the same evidence gives the same operators, byte for byte, whatever the order in which it was gathered
/// and however many cores there are.
/// </summary>
/// <param name="settings">The constants; <see cref="ResolutionSettings.Default"/> if null.</param>
public sealed class Resolver(ResolutionSettings? settings = null)
{
    private readonly ResolutionSettings settings = settings ?? ResolutionSettings.Default;

    /// <summary>Resolves accounts into operators, companies and households.</summary>
    /// <param name="evidence">What the graph holds.</param>
    /// <param name="trace">Told what every step found, in order, on the calling thread; no ids or keys.</param>
    /// <param name="cancellationToken">Stops between pieces of work.</param>
    /// <exception cref="ArgumentException">The evidence breaks its contract; the message says where.</exception>
    public Model.Operators.ResolvedOperators Resolve(EvidenceSet evidence, Action<string>? trace = null, CancellationToken cancellationToken = default)
    {
        var world = WorldBuilder.Build(evidence, cancellationToken);
        trace?.Invoke($"{world.Accounts} accounts, {world.Facts} facts");
        var context = ContextBuilder.Build(world, cancellationToken);
        var life = new LifeLeft(world, context, settings, cancellationToken);
        var verdict = new Verdict(world, context, life, settings, cancellationToken);
        trace?.Invoke($"{context.Countries - 1} countries");
        var scratch = new ScratchPool<GroupCounter>(() => new GroupCounter(world, context));
        var assignment = verdict.Single
            ? Seeding.Single(world, context, life, verdict, settings, scratch, cancellationToken)
            : ProfileRounds.Run(
                world, context, life, Seeding.Seed(world, context, life, verdict, settings, scratch, trace, cancellationToken), settings, trace, cancellationToken);
        var found = Outcome.Of(world, context, life, verdict, assignment, settings, scratch, trace, cancellationToken);
        return RecordResolver.Extend(found, evidence, settings, trace, cancellationToken);
    }
}
