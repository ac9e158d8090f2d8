namespace LinkGraph.Simulation.Scenarios;

/// <summary>How operators work, kind by kind. Sizes are given where they are used.</summary>
internal static class OperatorKinds
{
    /// <summary>Cards shared by a dozen accounts, exits of its own, one program.</summary>
    public static OperatorSettings PooledRing { get; } = new()
    {
        Size = 0,
        Countries = (2, 3),
        ExitKinds = 1,
        ExitsPerAccount = (2, 6),
        OwnExitsListed = 0.7,
        NetworksRented = 3,
        Renting = 0.25,
        CarrierNat = 0.15,
        Homely = 0.03,
        Paying = 0.9,
        AccountsPerCard = 12,
        OwnCard = 0.2,
        OwnIssuers = true,
        Wave = (20, 60),
        Banned = 0.05,
        Replaced = (0, 0.05),
        Mails = [MailKind.Throwaway],
        Clients = [ClientKind.Own],
        Templates = (0.3, 0.5),
        Edit = 0.03,
        Cover = (0.2, 0.3),
        Volume = default,
    };

    /// <summary>Half of the cards used by one account only, cleaner addresses, rented exits.</summary>
    public static OperatorSettings CarefulRing { get; } = PooledRing with
    {
        OwnExitsListed = 0.3,
        Renting = 0.6,
        Homely = 0.12,
        AccountsPerCard = (4, 5),
        OwnCard = (0.5, 0.55),
        Wave = (300, 450),
        Templates = (0.3, 0.36),
        Edit = 0.08,
    };

    /// <summary>Only exits that honest homes share.</summary>
    public static OperatorSettings HiddenRing { get; } = PooledRing with
    {
        Exits = [ExitKind.Resale],
        ExitsPerAccount = (3, 7),
        OwnExitsListed = 0,
        Renting = 0,
        CarrierNat = 0,
        Homely = 0.05,
        AccountsPerCard = 3,
        OwnCard = 0.8,
        Wave = (250, 350),
        Templates = (0.4, 0.5),
        Edit = 0.06,
    };

    /// <summary>Any style there is.</summary>
    public static OperatorSettings StyledRing { get; } = new()
    {
        Size = 0,
        Exits = [ExitKind.Resale, ExitKind.Resale, ExitKind.Own, ExitKind.Mobile, ExitKind.Vpn],
        OwnBlocks = 0.8,
        Payments = [PaymentKind.None, PaymentKind.Virtual, PaymentKind.Pooled, PaymentKind.Pooled, PaymentKind.Stolen],
        Drip = 0.4,
        Replaced = (0, 0.15),
        Edit = (0, 0.1),
        Cover = (0, 0.5),
        Bursts = 0.5,
        Volume = new(24, 0.5, 4, 400),
    };

    /// <summary>Exchanges of an account with the median given.</summary>
    public static Volume Busy(double median) => new(median, 0.7, 1, 8_000);
}
