using System.Globalization;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation.Places;

/// <summary>The countries of a world and who lives where.</summary>
internal sealed class Atlas
{
    private const int PeoplePerPhonePool = 700;
    private const int AddressesPerPhonePool = 8;

    private static readonly string[] Codes =
        ["US", "IN", "BR", "DE", "ID", "JP", "GB", "FR", "VN", "MX", "KR", "TR", "IT", "ES", "NG", "PL", "CA", "SG", "UA", "AR", "EG", "NL", "PH", "SE"];

    private static readonly string[] BigMail = ["gmail.com", "outlook.com", "icloud.com", "yahoo.com", "proton.me"];

    private readonly double _weight;
    private readonly bool _together;

    public Atlas(PeopleSettings settings, int people, Calendar calendar, AddressSpace space, string[] words, Rng rng)
    {
        _together = settings.HabitsTogether;
        Countries = new Country[Math.Min(settings.Countries, Codes.Length)];
        for (var i = 0; i < Countries.Length; i++)
            _weight += Weight(i);
        for (var i = 0; i < Countries.Length; i++)
            Countries[i] = NewCountry(i, people * Weight(i) / _weight, settings, calendar, space, words, rng);
    }

    public Country[] Countries { get; }

    public Country Draw(Rng rng)
    {
        var at = rng.Unit() * _weight;
        foreach (var country in Countries)
        {
            if ((at -= country.Weight) < 0)
                return country;
        }
        return Countries[0];
    }

    /// <summary>Whose provider, carrier, bank or mail a person of that country has: its own, or anybody's where habits are independent.</summary>
    public Country Aspect(Country country, Rng rng) => _together ? country : Draw(rng);

    private static double Weight(int rank) => 1 / (rank + 1.5);

    private static Country NewCountry(int rank, double people, PeopleSettings settings, Calendar calendar, AddressSpace space, string[] words, Rng rng)
    {
        var providers = rng.Int(3, 6);
        var blocks = Math.Max(2, (int)(people * settings.AddressesPerPerson / 254 / providers));
        var carriers = rng.Int(2, 4);
        var pools = Math.Max(1, (int)(people * settings.Mobile / PeoplePerPhonePool / carriers));
        return new Country(
            Codes[rank],
            rng.Int(-10, 11),
            Weight(rank),
            [.. BigMail, .. Many.Of(rng.Int(1, 3), () => $"{rng.Pick(words)}mail.{Codes[rank].ToLowerInvariant()}")],
            Many.Of(providers, () => new Provider(space.Blocks(blocks))),
            Many.Of(carriers * pools, () => space.Scattered(AddressesPerPhonePool)),
            Many.Of(rng.Int(12, 30), () => rng.Int(400_000, 499_999).ToString(CultureInfo.InvariantCulture)),
            Many.Of(rng.Int(0, 3), () => rng.Time(calendar.Start, calendar.End)));
    }
}
