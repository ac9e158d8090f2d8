namespace LinkGraph.Simulation.Scenarios;

/// <summary>How people live, kind by kind.</summary>
internal static class PeopleKinds
{
    /// <summary>Habits independent of each other: what a person has in one respect tells nothing of the others.</summary>
    public static PeopleSettings Strangers { get; } = new()
    {
        HabitsTogether = false,
        Countries = 14,
        AddressesPerPerson = 120,
        HomeDays = 0,
        Mobile = 0.4,
        Venue = 0.18,
        Vpn = 0.06,
        Paying = 0.4,
        OwnTasks = (1, 3),
        OwnTaskUse = 0.75,
        Library = 0.55,
        LibraryUse = 0.85,
        Phrases = 0.1,
        Clients = 40,
        ClientsWithSystemPrompt = 0,
        FromCampaigns = 0,
        Nights = false,
        Volume = new(30, 1, 1, 2_000),
    };

    /// <summary>Habits of a country go together, homes change address, clients have system prompts, much is free chat.</summary>
    public static PeopleSettings Countryfolk { get; } = new()
    {
        HabitsTogether = true,
        Countries = 22,
        AddressesPerPerson = 0.9,
        HomeDays = (15, 80),
        Mobile = 0.55,
        Venue = 0.08,
        Vpn = 0.07,
        Paying = 0.42,
        OwnTasks = (0, 4),
        OwnTaskUse = 0.6,
        Library = 0.25,
        LibraryUse = 0.6,
        Phrases = 0.15,
        Clients = 26,
        ClientsWithSystemPrompt = 0.35,
        FromCampaigns = 0.15,
        Nights = true,
        Volume = new(9, 1, 1, 400),
    };

    /// <summary>As countryfolk, but many are never seen at home, nobody has tasks of one's own, and some rent exits as operators do.</summary>
    public static PeopleSettings Chatters { get; } = Countryfolk with
    {
        CountryUnknown = 0.05,
        HomeDays = (7, 60),
        Mobile = 0.65,
        PhoneOnly = 0.4,
        AddressUnknown = 0.05,
        DayExits = 0.06,
        OwnTasks = 0,
        Library = 0.08,
        LibraryUse = 0.3,
        ClientsWithSystemPrompt = 0.2,
        Volume = new(8, 1, 1, 400),
    };
}
