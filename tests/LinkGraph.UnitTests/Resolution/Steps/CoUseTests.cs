using LinkGraph.Resolution;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Seeds;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class CoUseTests
{
    private const int People = 2000, Shared = 7;

    /// <summary>Two templates that the same few accounts use, beside many that two accounts each happen to share.</summary>
    private static World WorldWith(int rare)
    {
        var evidence = new EvidenceBuilder();
        for (var i = 0; i < People; i++)
        {
            evidence.Account($"a{i:d4}", prompts: 1);
        }

        for (var i = 0; i < 40; i++)
        {
            evidence.Has($"a{i:d4}", "template", "x").Has($"a{40 - Shared + i:d4}", "template", "y");
        }

        for (var i = 0; i < rare; i++)
        {
            evidence.Has($"a{i % People:d4}", "template", $"rare{i}").Has($"a{(i + 31) % People:d4}", "template", $"rare{i}");
        }

        return WorldBuilder.Build(evidence.Build());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void Significant_TemplatesUsedTogether_AreTiedHoweverManyRareOnesThereAre(int rare)
    {
        var world = WorldWith(rare);
        var templates = world.Of(FactKind.Template);
        var suspect = Enumerable.Repeat(true, templates.Length).ToArray();

        var ties = CoUse.Count(world, suspect, ResolutionSettings.Default, TestContext.Current.CancellationToken).Significant(ResolutionSettings.Default);

        Assert.Contains(ties, tie => world.Degree(templates.Start + tie.A) == 40 && world.Degree(templates.Start + tie.B) == 40);
    }
}
