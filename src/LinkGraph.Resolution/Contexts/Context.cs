using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Contexts;

/// <summary>What is usual for an account, given what it has in common with people it does not know.</summary>
/// <param name="Country">By account; 0 is unknown, otherwise one more than the country's place among the countries.</param>
/// <param name="People">Accounts by country.</param>
/// <param name="Native">By account, 0 to 1: how far it acts where its country's people live, and comes back there.</param>
/// <param name="Activity">By account: its class of activity, half an octave wide.</param>
/// <param name="Local">Accounts by fact and country, for all facts but countries.</param>
internal sealed record Context(int[] Country, double[] People, float[] Native, byte[] Activity, ContextCounts Local)
{
    public const int Classes = 64;

    public int Countries => People.Length;
}

/// <summary>How many of a fact's accounts are of a country.</summary>
internal sealed class ContextCounts(World world, int[] country, int countries, CancellationToken cancellationToken)
{
    private readonly LabelCounts hard = LabelCounts.Of(world, new FactRange(0, world.Of(FactKind.Minute).End), country, countries, cancellationToken);
    private readonly LabelCounts soft = LabelCounts.Of(world, world.Of(FactKind.Soft), country, countries, cancellationToken);
    private readonly int firstSoft = world.Of(FactKind.Soft).Start;

    /// <summary>For all facts but countries.</summary>
    public int this[int fact, int country] => Table(fact)[fact, country];

    public ReadOnlySpan<int> CountriesOf(int fact) => Table(fact).LabelsOf(fact);

    public ReadOnlySpan<int> CountsOf(int fact) => Table(fact).CountsOf(fact);

    private LabelCounts Table(int fact) => fact >= firstSoft ? soft : hard;
}
