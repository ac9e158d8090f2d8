using System.Globalization;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation.Operators;

/// <summary>How an operator's accounts pay.</summary>
internal sealed class Wallet
{
    private readonly OperatorStyle _style;
    private readonly Society _society;
    private readonly string[] _issuers;
    private readonly Card[] _pool;

    public Wallet(int size, OperatorStyle style, Country[] countries, Society society, Rng rng)
    {
        _style = style;
        _society = society;
        _issuers = Many.Of(rng.Int(1, 4), () => style.OwnIssuers
            ? rng.Int(500_000, 559_999).ToString(CultureInfo.InvariantCulture)
            : society.Popular(rng.Pick(countries).Issuers, rng));
        _pool = style.Payment == PaymentKind.Pooled
            ? Many.Of(Math.Max(1, (int)(size / style.AccountsPerCard)), () => NewCard(rng))
            : [];
    }

    /// <summary>The cards of one account.</summary>
    public Card[] Draw(Country country, Rng rng)
    {
        if (_style.Payment == PaymentKind.None || !rng.Chance(_style.Paying))
            return [];
        return _style.Payment switch
        {
            PaymentKind.Stolen => [_society.NewCard(country, rng)],
            PaymentKind.Pooled when !rng.Chance(_style.OwnCard) => [rng.Pick(_pool)],
            _ => [NewCard(rng)],
        };
    }

    private Card NewCard(Rng rng) => new(rng.Next(), rng.Pick(_issuers));
}
