namespace LinkGraph.Simulation.Places;

/// <summary>What people of one country have in common without knowing each other.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="Zone">Hours ahead of UTC.</param>
/// <param name="Weight">Its share of the people, relative to the others.</param>
/// <param name="MailDomains">Most popular first.</param>
/// <param name="Providers">Of homes.</param>
/// <param name="CarrierPools">Carrier NAT: each pool is the addresses that one phone may appear with.</param>
/// <param name="Issuers">Prefixes (BIN) of the cards that its banks issue, most popular first.</param>
/// <param name="Campaigns">When a campaign brought a spike of sign-ups, in Unix seconds.</param>
internal sealed record Country(
    string Code, int Zone, double Weight, string[] MailDomains, Provider[] Providers, uint[][] CarrierPools, string[] Issuers, long[] Campaigns);
