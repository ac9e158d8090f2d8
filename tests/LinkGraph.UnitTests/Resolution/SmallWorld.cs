namespace LinkGraph.UnitTests.Resolution;

/// <summary>What somebody does beside an ordinary life.</summary>
/// <param name="Country">Where they live; anywhere if null.</param>
/// <param name="Places">Addresses they share with others.</param>
/// <param name="There">Share of their exchanges from these.</param>
/// <param name="Says">Templates they share with others.</param>
/// <param name="Share">Share of their exchanges with these.</param>
/// <param name="Card">A card that others have too; null for their own or none.</param>
/// <param name="Domain">A mail domain that others have too.</param>
/// <param name="Client">A client that others have too.</param>
/// <param name="Day">The day they signed up.</param>
internal sealed record Habits(
    int? Country = null, string[]? Places = null, double There = 0, string[]? Says = null, double Share = 0, string? Card = null,
    string? Domain = null, string? Client = null, int? Day = null);

/// <summary>
/// A world whose right answer is known: people with homes, words and habits of their countries, and whoever a test adds. Everything comes from
/// the seed. People make from <c>volume</c> to four times as many exchanges.
/// </summary>
internal sealed class SmallWorld(int seed = 1, int volume = 8)
{
    private const int Countries = 4, Blocks = 60, Carriers = 6, Issuers = 12, Days = 200, Minutes = 20000;

    private readonly Random random = new(seed);
    private int next;

    public EvidenceBuilder Evidence { get; } = new();

    /// <summary>Who is who: account to entity; people are entities of their own.</summary>
    public Dictionary<string, string> Truth { get; } = [];

    public static string Exit(int pool, int i) => $"77.{pool}.{i / 250}.{i % 250}";

    public SmallWorld People(int count, Habits? habits = null, string? entity = null)
    {
        for (var i = 0; i < count; i++)
        {
            Person(habits ?? new Habits(), entity);
        }

        return this;
    }

    public string Person(Habits habits, string? entity = null)
    {
        var id = Id();
        Truth[id] = entity ?? id;
        var country = habits.Country ?? random.Next(Countries);
        var home = $"{10 + country}.{random.Next(Blocks)}.0.{random.Next(250)}";
        var carrier = random.NextDouble() < 0.5 ? $"{30 + country}.0.0.{random.Next(Carriers)}" : null;
        Sign(id, country, habits.Domain ?? $"mail{random.Next(2 * Countries) % (country + 5)}", habits.Client ?? $"app{Rank(10)}", habits.Day ?? random.Next(Days));
        var card = habits.Card ?? (random.NextDouble() < 0.5 ? $"own-{id}" : null);
        if (card is not null)
        {
            Evidence.Has(id, "payment_method", card).Has(id, "bin", habits.Card is null ? $"bin{country}-{random.Next(Issuers)}" : $"bin-{card}");
        }

        for (var n = random.Next(volume, 4 * volume); n > 0; n--)
        {
            var there = random.NextDouble() < habits.There;
            Evidence.Has(id, "address", there ? Pick(habits.Places!) : carrier is not null && random.NextDouble() < 0.3 ? carrier : home);
            Say(id, random.NextDouble() < habits.Share ? Pick(habits.Says!) : random.NextDouble() < 0.1 ? $"library{Rank(30)}" : null);
            Evidence.Has(id, "minute", $"m{random.Next(Minutes)}");
        }

        return id;
    }

    /// <summary>Accounts that one party runs, from exits, cards and templates that it has or rents.</summary>
    public SmallWorld Operator(string name, int size, string[] exits, string[] cards, string[] templates, string? proxy = null)
    {
        for (var i = 0; i < size; i++)
        {
            var id = Id();
            Truth[id] = name;
            var country = random.Next(2);
            Sign(id, country, $"mail{random.Next(2 * Countries) % (country + 5)}", $"app{Rank(10)}", random.Next(Days));
            var card = Pick(cards);
            Evidence.Has(id, "payment_method", card).Has(id, "bin", $"bin0-{random.Next(Issuers)}");
            string[] mine = [Pick(exits), Pick(exits), Pick(exits)];
            for (var n = random.Next(2 * volume, 5 * volume); n > 0; n--)
            {
                var exit = Pick(mine);
                Evidence.Has(id, "address", exit);
                if (proxy is not null)
                {
                    Evidence.Has(id, "proxy", proxy);
                }

                Say(id, random.NextDouble() < 0.85 ? Pick(templates) : null);
                Evidence.Has(id, "minute", $"m{random.Next(Minutes)}");
            }
        }

        return this;
    }

    public static string[] Names(string of, int count) => [.. Enumerable.Range(0, count).Select(i => $"{of}{i}")];

    public static string[] Exits(int pool, int count) => [.. Enumerable.Range(0, count).Select(i => Exit(pool, i))];

    private void Sign(string id, int country, string domain, string client, int day) => Evidence.Account(id)
        .Has(id, "country", $"C{country}").Has(id, "mail_domain", domain).Has(id, "client", client).Has(id, "signup_day", $"d{day}");

    private void Say(string id, string? template)
    {
        Evidence.Account(id, 1, template is null ? 1 : 0);
        if (template is not null)
        {
            Evidence.Has(id, "template", template);
        }
    }

    /// <summary>Ids tell nothing, not even the order.</summary>
    private string Id() => $"acct{(uint)(++next * 2654435761u):x8}";

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];

    /// <summary>Small numbers are far more usual.</summary>
    private int Rank(int of) => (int)Math.Pow(of, random.NextDouble()) - 1;
}
