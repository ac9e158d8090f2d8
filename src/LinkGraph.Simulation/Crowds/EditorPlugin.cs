using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Crowds;

/// <summary>An editor plugin: its client string, and its system prompts in nearly all that its users send.</summary>
internal static class EditorPlugin
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var plugin = society.Clients.NewApp($"{rng.Pick(society.Vocabulary.Words)}-plugin", rng.Int(2, 6), rng);
        return new Crowd(maker.SizeByPeople(30, 110), new Bond { Client = new ClientUse(plugin) });
    }
}
