using LinkGraph.Resolution;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class BurstsTests
{
    private static bool[] Bursts(Func<int, int> accountsInMinute)
    {
        var evidence = new EvidenceBuilder();
        for (var m = 0; m < 100; m++)
        {
            for (var a = 0; a < accountsInMinute(m); a++)
            {
                evidence.Has($"a{m}-{a}", "minute", $"t{m:d3}");
            }
        }

        return LinkGraph.Resolution.Seeds.Bursts.Of(WorldBuilder.Build(evidence.Build()), ResolutionSettings.Default);
    }

    [Fact]
    public void Of_OneMinuteFarAboveThoseAround_IsABurst()
    {
        var bursts = Bursts(m => m == 40 ? 60 : 12);
        Assert.Equal([40], Enumerable.Range(0, 100).Where(m => bursts[m]));
    }

    [Fact]
    public void Of_FirstAndLastMinute_AreComparedWithWhatThereIs()
    {
        var bursts = Bursts(m => m is 0 or 99 ? 60 : 12);
        Assert.Equal([0, 99], Enumerable.Range(0, 100).Where(m => bursts[m]));
    }

    [Fact]
    public void Of_SpikeOverHours_IsNoBurst() =>
        Assert.DoesNotContain(true, Bursts(m => 5 + (int)(80 * Math.Exp(-Math.Pow((m - 50) / 20.0, 2)))));

    [Fact]
    public void Of_NoMinutes_IsEmpty() =>
        Assert.Empty(LinkGraph.Resolution.Seeds.Bursts.Of(
            WorldBuilder.Build(new EvidenceBuilder().Has("a", "address", "1.2.3.4").Build()), ResolutionSettings.Default));
}
