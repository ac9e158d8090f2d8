using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation;

/// <summary>What everybody in a world lives with: countries, words, clients, models, VPNs. Made first; nobody changes it afterwards.</summary>
internal sealed class Society
{
    private const int LibraryPrompts = 350;
    private const int VpnBrands = 6;
    private const int PeoplePerVpnExit = 2_000;
    private const int PeoplePerVenue = 400;
    private const int LongestRanking = 32;

    private readonly Template[] _library;
    private readonly Skew _libraryPopularity = new(LibraryPrompts);
    private readonly Skew[] _byRank;

    public Society(WorldOptions options, Scenario scenario)
    {
        Scenario = scenario;
        Seed = options.Seed;
        People = options.People;
        FullVolume = options.FullVolume ?? scenario.FullVolume;
        Space = new AddressSpace(Rng.For(Seed, "addresses"));
        Vocabulary = new Vocabulary(Rng.For(Seed, "words"), scenario.People.Phrases);
        _library = Vocabulary.NewTemplates(Rng.For(Seed, "library"), LibraryPrompts, 20, 70);
        Models = new ModelCatalog(Calendar);
        Clients = new ClientMarket(scenario.People.Clients, scenario.People.ClientsWithSystemPrompt, Vocabulary, Calendar, Rng.For(Seed, "clients"));
        Atlas = new Atlas(scenario.People, People, Calendar, Space, Vocabulary.Words, Rng.For(Seed, "countries"));
        Venues = Space.Scattered(Math.Max(6, People / PeoplePerVenue));
        Vpns = new ProxyNetwork[VpnBrands];
        for (var i = 0; i < VpnBrands; i++)
            Vpns[i] = new ProxyNetwork($"vpn-{i + 1}", "vpn", Space.Scattered(Math.Max(6, People / PeoplePerVpnExit)), 1, 0.95);
        if (scenario.Rental.DayExitsPerPerson > 0)
            DayExits = RentedByDay((int)(People * scenario.Rental.DayExitsPerPerson), Rng.For(Seed, "day exits"));
        _byRank = [.. Enumerable.Range(1, LongestRanking).Select(n => new Skew(n))];
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    /// <summary>Ordinary people; crowds come on top.</summary>
    public int People { get; }

    /// <summary>Whether every exchange is written.</summary>
    public bool FullVolume { get; }

    public Calendar Calendar => Scenario.Calendar;

    /// <summary>Used while a world is made, by one thread.</summary>
    public AddressSpace Space { get; }

    public Vocabulary Vocabulary { get; }

    public ModelCatalog Models { get; }

    public ClientMarket Clients { get; }

    public Atlas Atlas { get; }

    /// <summary>Addresses of campuses, offices and cloud machines that strangers share.</summary>
    public uint[] Venues { get; }

    public ProxyNetwork[] Vpns { get; }

    /// <summary>Exits rented by the day; null where there are none.</summary>
    public DayExits? DayExits { get; }

    public Template LibraryPrompt(Rng rng) => _library[_libraryPopularity.Index(rng)];

    /// <summary>One of a short list whose first is the most popular.</summary>
    public T Popular<T>(T[] ranked, Rng rng) => ranked[_byRank[ranked.Length - 1].Index(rng)];

    // homes of people who have moved out by tomorrow
    private DayExits RentedByDay(int count, Rng rng)
    {
        var homes = Many.Of(
            Math.Max(DayExits.Fewest, count), () => AddressSpace.Within(rng.Pick(rng.Pick(Atlas.Draw(rng).Providers).Blocks), rng));
        return new DayExits(new ProxyNetwork("by-day", "residential", [.. homes.Distinct()], 0.25, 0.4), rng.Next());
    }

    public Card NewCard(Country country, Rng rng) => new(rng.Next(), Popular(country.Issuers, rng));

    /// <summary>The part of a mail address before the @.</summary>
    /// <param name="rng">Draws it.</param>
    /// <param name="numbered">How often there is a number behind the word.</param>
    /// <param name="most">The largest number.</param>
    public string MailUser(Rng rng, double numbered, int most = 99)
    {
        var word = rng.Pick(Vocabulary.Words);
        return rng.Chance(numbered) ? $"{word}{rng.Int(1, most)}" : word;
    }
}
