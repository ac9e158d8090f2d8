
namespace LinkGraph.Simulation.Scenarios;

/// <summary>The kinds of world there are.</summary>
internal static class ScenarioCatalog
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Crowds("small", "Three operators of 40 to 400 accounts with proxies and cards of their own; habits are independent of each other.",
            OperatorKinds.PooledRing with { Size = 400, Volume = OperatorKinds.Busy(80) },
            OperatorKinds.PooledRing with { Size = 150, Volume = OperatorKinds.Busy(65) },
            OperatorKinds.PooledRing with { Size = 40, Volume = OperatorKinds.Busy(30) }),
        Crowds("headline", "Three operators of 3,000 to 13,000 accounts that differ a hundredfold in volume; habits are independent of each other.",
            OperatorKinds.PooledRing with { Size = 13_000, Templates = (0.16, 0.2), Wave = 430, Volume = OperatorKinds.Busy(800) },
            OperatorKinds.PooledRing with { Size = 8_000, Templates = (0.14, 0.18), Wave = 400, Volume = OperatorKinds.Busy(340) },
            OperatorKinds.PooledRing with { Size = 3_000, Templates = (0.1, 0.13), Wave = 250, Volume = OperatorKinds.Busy(40) }),
        Crowds("hard", "As headline, with 40 small rings, more cards of their own, cleaner addresses, exits rented from the same networks.",
            OperatorKinds.CarefulRing with { Size = 13_000, Volume = OperatorKinds.Busy(800) },
            OperatorKinds.CarefulRing with { Size = 8_000, Volume = OperatorKinds.Busy(340) },
            OperatorKinds.CarefulRing with { Size = 3_000, Volume = OperatorKinds.Busy(40) },
            OperatorKinds.CarefulRing with
            {
                Count = 40, Size = (12, 250), AccountsPerCard = (2, 8), OwnCard = (0, 0.6), Homely = (0, 0.2), Renting = (0, 0.7),
                OwnExitsListed = (0, 0.6), Edit = (0, 0.08), Wave = (20, 100), Volume = OperatorKinds.Busy(60),
            }),
        Crowds("hidden", "Operators use only exits that honest homes share, most cards are used by one account; 60 small rings.",
            OperatorKinds.HiddenRing with { Size = 13_000, Volume = OperatorKinds.Busy(800) },
            OperatorKinds.HiddenRing with { Size = 8_000, Volume = OperatorKinds.Busy(340) },
            OperatorKinds.HiddenRing with { Size = 3_000, Volume = OperatorKinds.Busy(40) },
            OperatorKinds.HiddenRing with { Count = 60, Size = (8, 200), Wave = (20, 100), Volume = OperatorKinds.Busy(60) }) with
        {
            Rental = new() { Networks = 3, Exits = 9_000, HomesPerPerson = 0.08, Listed = 0.5 },
        },
        Streets("streets", "Habits of a country go together, homes change address; 40 operators of 6 to 6,000 accounts in many styles.",
            PeopleKinds.Countryfolk, new() { PeoplePerCourse = 12_000, PeoplePerHackathon = 40_000, PeoplePerAgency = 30_000, PeoplePerViralTemplate = 25_000, PeoplePerPlugin = 60_000, PeoplePerVoucher = 60_000, PeoplePerEvent = 50_000, There = (0.45, 0.6), Share = (0.5, 0.65) },
            OperatorKinds.StyledRing),
        Streets("streets-harder", "As streets, with exits never used twice, more cover traffic and edits, wrapped prompts, crowds that live closer together.",
            PeopleKinds.Countryfolk with { CountryUnknown = 0.1 },
            new() { PeoplePerCourse = 12_000, PeoplePerHackathon = 40_000, PeoplePerAgency = 30_000, PeoplePerViralTemplate = 25_000, PeoplePerPlugin = 60_000, PeoplePerVoucher = 60_000, PeoplePerEvent = 50_000, There = (0.5, 0.85), Share = (0.4, 0.8) },
            OperatorKinds.StyledRing with { Edit = (0, 0.22), Cover = (0, 0.75), Drip = 0.65, NeverTwice = 0.33, Wrapped = 0.4, Homely = 0.2 }),
        .. Bazaar.All,
    ];

    /// <summary>The scenario of that name; null: there is none.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    // 2025-09-01 and 2026-03-01
    private static Scenario Crowds(string name, string description, params OperatorSettings[] operators) => new()
    {
        Name = name,
        Description = description,
        Calendar = new(1_756_684_800, 120),
        People = PeopleKinds.Strangers,
        Crowds = new() { PeoplePerCourse = 10_000, PeoplePerHackathon = 60_000, PeoplePerAgency = 50_000, PeoplePerViralTemplate = 20_000, PeoplePerPlugin = 15_000, PeoplePerVoucher = 40_000, PeoplePerEvent = 25_000, There = (0.3, 0.5), Share = (0.4, 0.6) },
        Rental = new() { Networks = 3, Exits = 9_000, HomesPerPerson = 0.01, Listed = 0.5 },
        Operators = operators,
        FullVolume = false,
        Lookalikes = false,
    };

    private static Scenario Streets(string name, string description, PeopleSettings people, CrowdSettings crowds, OperatorSettings ring) => new()
    {
        Name = name,
        Description = description,
        Calendar = new(1_772_323_200, 150),
        People = people,
        Crowds = crowds,
        Rental = new() { Networks = 4, Exits = 0, HomesPerPerson = 0.15, Listed = 0.4 },
        Operators =
        [
            ring with { Size = 6_000 }, ring with { Size = 2_500 }, ring with { Size = 1_200 }, ring with { Size = 600 },
            ring with { Count = 36, Size = 40, SizeSigma = 1 },
        ],
        OperatorsShrinkBelow = 100_000,
        FullVolume = true,
        Lookalikes = true,
    };
}
