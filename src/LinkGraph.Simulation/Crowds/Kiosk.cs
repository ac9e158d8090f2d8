using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A kiosk in a library: one machine at one address, where people sign up, chat, and are never seen again after that day.</summary>
internal static class Kiosk
{
    private const long Open = 10 * Calendar.Hour;

    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var opens = maker.Begins(6);
        var browser = society.Clients.Popular(rng);
        return new Crowd(maker.Size(25, 220), new Bond
        {
            Country = society.Atlas.Draw(rng),
            Addresses = society.Space.Scattered(1),
            There = 1,
            SignUp = (opens, opens + Open),
            Client = new ClientUse(browser, Pinned: browser.Version(opens)),
            OwnCard = 0.02,
            Activity = 0.6,
            When = new Sessions([opens], Open),
        });
    }
}
