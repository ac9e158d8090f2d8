using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Tools;

/// <summary>The clients there are, most popular first.</summary>
internal sealed class ClientMarket
{
    // the most popular clients are plain
    private const int Plain = 4;
    private const int LongestLag = 25;

    private readonly ClientApp[] _apps;
    private readonly ClientApp[] _wrapping;
    private readonly Skew _popularity;
    private readonly Vocabulary _vocabulary;
    private readonly Calendar _calendar;

    public ClientMarket(int count, double withSystemPrompt, Vocabulary vocabulary, Calendar calendar, Rng rng)
    {
        _vocabulary = vocabulary;
        _calendar = calendar;
        _apps = new ClientApp[count];
        for (var i = 0; i < count; i++)
            _apps[i] = NewApp($"{rng.Pick(vocabulary.Words)}-{i}", i >= Plain && rng.Chance(withSystemPrompt) ? rng.Int(1, 4) : 0, rng);
        _wrapping = [.. _apps.Where(a => a.SystemPrompts.Length > 0)];
        _popularity = new Skew(count);
    }

    public ClientApp Popular(Rng rng) => _apps[_popularity.Index(rng)];

    /// <summary>Any client, popular or not.</summary>
    public ClientApp Any(Rng rng) => rng.Pick(_apps);

    /// <summary>One with system prompts; null where there is none.</summary>
    public ClientApp? Wrapping(Rng rng) => _wrapping.Length == 0 ? null : rng.Pick(_wrapping);

    /// <summary>A client that nobody else has.</summary>
    public ClientApp NewApp(string name, int systemPrompts, Rng rng) => new(
        name, _calendar.Start - (rng.Int(0, 300) * Calendar.Day), rng.Int(6, 40), _vocabulary.NewTemplates(rng, systemPrompts, 30, 90));

    /// <summary>As a person uses it, who updates some days after each release.</summary>
    public static ClientUse Use(ClientApp app, Rng rng) => new(app, rng.Time(0, LongestLag * Calendar.Day));
}
