using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Scenarios;

/// <summary>How honest people live. Shares are 0 to 1.</summary>
internal sealed record PeopleSettings
{
    /// <summary>True: a person's provider, carrier, bank and mail are those of the person's country. False: each is drawn on its own.</summary>
    public required bool HabitsTogether { get; init; }

    public required int Countries { get; init; }

    /// <summary>Accounts whose country the service does not know.</summary>
    public double CountryUnknown { get; init; }

    /// <summary>Addresses that providers have for each person: few, and every address has seen several strangers.</summary>
    public required double AddressesPerPerson { get; init; }

    /// <summary>Days after which a home's address changes; 0: never.</summary>
    public required Interval HomeDays { get; init; }

    /// <summary>People who also use a phone behind carrier NAT.</summary>
    public required double Mobile { get; init; }

    /// <summary>People who also act from a campus, an office or a cloud machine that strangers use too.</summary>
    public required double Venue { get; init; }

    public required double Vpn { get; init; }

    /// <summary>People who act from exits rented by the day now and then.</summary>
    public double DayExits { get; init; }

    /// <summary>Of the people with a phone, those whom the service never sees at home: always behind carrier NAT.</summary>
    public double PhoneOnly { get; init; }

    /// <summary>People whose addresses the service does not know at all.</summary>
    public double AddressUnknown { get; init; }

    /// <summary>People with a card.</summary>
    public required double Paying { get; init; }

    /// <summary>Repeated tasks of one's own that a person has.</summary>
    public required Interval OwnTasks { get; init; }

    /// <summary>How often a person with tasks of one's own uses them where a free chat would do.</summary>
    public required double OwnTaskUse { get; init; }

    /// <summary>People who use the shared prompt library.</summary>
    public required double Library { get; init; }

    /// <summary>How often they do.</summary>
    public required double LibraryUse { get; init; }

    /// <summary>Free chats that contain one of the phrases everybody uses.</summary>
    public required double Phrases { get; init; }

    public required int Clients { get; init; }

    /// <summary>Clients that put system prompts before their users' words.</summary>
    public required double ClientsWithSystemPrompt { get; init; }

    /// <summary>Sign-ups that a campaign brings, all within a day.</summary>
    public required double FromCampaigns { get; init; }

    /// <summary>True where people sleep.</summary>
    public required bool Nights { get; init; }

    /// <summary>Exchanges of an account: half have fewer.</summary>
    public required Volume Volume { get; init; }
}
