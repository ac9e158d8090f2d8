namespace LinkGraph.Simulation.Scenarios;

/// <summary>
/// A world made against what the others have in common. People: a third is never seen at home (carrier NAT, or no address at all), and all
/// of what they say is chat. Crowds without a private life: kiosks, managed classrooms. Operators who have what honest people are known by,
/// or seem to be a crowd. Exits that change their tenant every night, and people are tenants too.
/// </summary>
/// <remarks>
/// What somebody could tell who saw every record and knew how such worlds are made:
/// <list type="bullet">
/// <item>Lodgers: each lives in an honest person's home, whose owner may use the service from it. Left are the templates and, by kind, the
/// few exits, cards of two to four accounts and minutes that they share: all of them, by two families.</item>
/// <item>Renters by the day: over months their exits are everybody's. Left are the templates, and that of one exit's accounts on one day
/// nearly all are the operator's. Who looks at addresses without days sees strangers.</item>
/// <item>Imitators and classrooms look alike in mail, addresses, client, templates and week of sign-up, and neither has a life elsewhere.
/// Pupils act in lessons of fifty minutes and have no cards; imitators act at all hours, are busier, and some have cards of few issuers.
/// Without times, or where an account has few exchanges, nobody can tell: a suspicion is the right answer.</item>
/// <item>Bought accounts keep the seller's mail, card, country and past: before the hand-over they are honest, and one that is judged by
/// its whole life is so by half. Left are templates, exits and minutes after the hand-over.</item>
/// <item>Thin accounts have 2 to 8 exchanges, up to six in ten of them chat: where all are (a fiftieth), nothing is left but the exit.</item>
/// <item>Kiosks share an address, a client, a day and no word: nobody can be shown to belong to anybody, and nobody should be.</item>
/// </list>
/// So a perfect observer stays below 1 in recall of small operators (6 to 20 accounts of which some show no template), and need not merge
/// anybody.
/// </remarks>
internal static class Bazaar
{
    private static readonly OperatorSettings Ring = new()
    {
        Size = 0,
        Exits = [ExitKind.Resale],
        ExitsPerAccount = (1, 3),
        Payments = [PaymentKind.None, PaymentKind.Virtual, PaymentKind.Pooled, PaymentKind.Stolen],
        AccountsPerCard = (2, 4),
        OwnCard = (0.2, 0.6),
        Drip = 0.5,
        Replaced = (0, 0.1),
        Templates = (0.5, 1.5),
        Edit = (0, 0.1),
        Cover = (0.2, 0.6),
        CoverIsChat = true,
        Bursts = 0.3,
        Volume = new(14, 0.6, 3, 200),
    };

    private static readonly OperatorSettings Lodgers = Ring with { Lodging = (0.9, 1) };

    private static readonly OperatorSettings Renters = Ring with { DayExits = 1 };

    private static readonly OperatorSettings Buyers = Ring with { BoughtAccounts = 1, DayExits = 0.5, Exits = [ExitKind.Resale, ExitKind.Own] };

    private static readonly OperatorSettings Thin = Ring with { DayExits = 0.5, Exits = [ExitKind.Resale, ExitKind.Own], Volume = new(4, 0.4, 2, 8) };

    private static readonly OperatorSettings Mixed = Ring with
    {
        Lodging = (0, 0.7), BoughtAccounts = (0, 0.5), DayExits = 0.5, Exits = [ExitKind.Resale, ExitKind.Mobile, ExitKind.Vpn], Volume = new(8, 0.7, 2, 60),
    };

    private static readonly OperatorSettings Imitators = Ring with
    {
        Size = (40, 400),
        Countries = 1,
        Exits = [ExitKind.Own],
        OwnExitsPerAccount = (0.003, 0.008),
        ExitsPerAccount = (2, 4),
        Payments = [PaymentKind.None, PaymentKind.Virtual],
        Drip = 0,
        Wave = 1_000,
        Replaced = 0,
        Mails = [MailKind.School],
        Clients = [ClientKind.Popular],
        Templates = (0.1, 0.3),
        Cover = (0.05, 0.3),
        Bursts = 0,
        Volume = new(24, 0.5, 5, 200),
    };

    public static IEnumerable<Scenario> All { get; } =
    [
        World("bazaar", "People without homes or tasks of their own, kiosks and classrooms; operators with homes, bought accounts, exits of the day; honest are the most.", 100_000,
            Thin with { Size = 2_500 }, Lodgers with { Size = 2_000 }, Renters with { Size = 1_500 }, Buyers with { Size = 600 }, Imitators with { Count = 6 },
            Small(Lodgers), Small(Renters), Small(Buyers), Small(Thin), Small(Mixed)),
        World("bazaar-rare", "As bazaar with three operators of 6 or 7 accounts: of 200,000 people one in ten thousand is a fake.", 0,
            Lodgers with { Size = 7 }, Renters with { Size = 7 }, Thin with { Size = 6 }),
        World("bazaar-swamped", "As bazaar with operators of up to 20,000 accounts: three accounts in five are fakes.", 200_000,
            Thin with { Count = 5, Size = 20_000 }, Lodgers with { Count = 4, Size = 20_000 }, Renters with { Count = 3, Size = 20_000 },
            Mixed with { Count = 2, Size = 20_000 }, Buyers with { Count = 2, Size = 15_000 }, Imitators with { Count = 6, Size = (200, 2_000) },
            Small(Ring) with { Count = 12, Size = 300 }),
    ];

    private static OperatorSettings Small(OperatorSettings kind) => kind with { Count = 6, Size = 60, SizeSigma = 0.8 };

    private static Scenario World(string name, string description, int shrinkBelow, params OperatorSettings[] operators) => new()
    {
        Name = name,
        Description = description,
        Calendar = new(1_761_955_200, 180),         // 2025-11-01
        People = PeopleKinds.Chatters,
        Crowds = new()
        {
            PeoplePerCourse = 20_000, PeoplePerHackathon = 60_000, PeoplePerAgency = 40_000, PeoplePerViralTemplate = 40_000, PeoplePerPlugin = 60_000,
            PeoplePerVoucher = 60_000, PeoplePerEvent = 40_000, PeoplePerKiosk = 8_000, PeoplePerClassroom = 6_000, There = (0.5, 0.85), Share = (0.4, 0.8),
        },
        Rental = new() { Networks = 4, Exits = 0, HomesPerPerson = 0.15, Listed = 0.4, DayExitsPerPerson = 0.1 },
        Operators = operators,
        OperatorsShrinkBelow = shrinkBelow,
        FullVolume = true,
        Lookalikes = true,
    };
}
