using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Profiles;

/// <summary>
/// Step: how well an operator explains an account, leave-one-out. What an operator brings as one piece counts once: a client and its system
/// prompt, an address and its proxy, a card and its issuer.
/// </summary>
internal sealed class Fitting
{
    private readonly World world;
    private readonly ProfileSet profiles;
    private readonly Assignment now;
    private readonly ResolutionSettings settings;
    private readonly double[] mass;
    private readonly double[] soft;
    private readonly Family[] family;

    /// <summary>Holds scratch space: one at a time for each thread.</summary>
    public Fitting(World world, ProfileSet profiles, Assignment now, ResolutionSettings settings)
    {
        (this.world, this.profiles, this.now, this.settings) = (world, profiles, now, settings);
        (mass, soft) = (new double[world.Facets.Length], new double[world.Facets.Length]);
        family = Array.ConvertAll(world.Facets, f => f.Family);
    }

    /// <summary>Null if the operator has too few others to be a profile.</summary>
    public Fit? Of(int account, int @operator)
    {
        var own = now.Of[account] == @operator ? 1 : 0;
        var others = profiles.Size[@operator] - own;
        if (others < 2)
        {
            return null;
        }

        var script = Script(account, @operator, own, others);
        var network = Home(account, @operator, own, others) + Sources(account, @operator, own, FactKind.Address, profiles.Places);
        var rhythm = Sources(account, @operator, own, FactKind.Minute, profiles.Times);
        var money = Money(account, @operator, own, others);
        Soft(account, @operator, own, others);
        var softs = 0.0;
        foreach (var bits in soft)
        {
            softs += bits;
        }

        var fit = new Fit(@operator, script, network, Math.Min(money, settings.TokenHigh), rhythm, softs, Country(account, @operator, own, others),
            Math.Log2(others / (double)world.Accounts), false);
        return fit with { Joins = Joins(fit, money) };
    }

    /// <summary>Two families that say so for themselves, the rest not much against it; or script, with the rest not against it.</summary>
    private bool Joins(Fit fit, double money)
    {
        var script = Math.Max(fit.Script, SoftOf(Family.Client));
        var identity = SoftOf(Family.Identity);
        var strong = Strong(script) + Strong(fit.Rhythm) + Strong(identity);
        return (fit.Total >= settings.PairBits && strong + Strong(fit.Network) + Strong(money) > 1)
            || (fit.Total >= settings.JoinBits
                && strong + Strong(Math.Max(fit.Network, SoftOf(Family.Network))) + Strong(Math.Max(money, SoftOf(Family.Money))) > 1)
            || (fit.Script >= settings.FamilyBits && fit.Network + Math.Max(fit.Rhythm, 0) + money + fit.Soft + fit.Context >= 0);
    }

    private int Strong(double bits) => bits >= settings.FamilyBits ? 1 : 0;

    /// <summary>How the operator's share of the account's country differs from its share of all; within bounds, as countries are often wrong.</summary>
    private double Country(int account, int @operator, int own, int others)
    {
        var sum = 0.0;
        foreach (var fact in world.FactsOf(account, FactKind.Country))
        {
            var bits = Lift(profiles.Members[fact, @operator] - own, others, world.Degree(fact) / (double)world.Accounts);
            sum += Math.Clamp(bits, settings.SoftLow, settings.SoftHigh);
        }

        return sum;
    }

    /// <summary>How much of what it says is the operator's, among members and among others.</summary>
    private double Script(int account, int @operator, int own, int others)
    {
        if (world.Told[account] <= 0)
        {
            return 0;
        }

        var bin = Bins.OfScript(profiles.Shares.Of(account, @operator));
        var at = (@operator * Bins.Script) + bin;
        var usual = bin == 0 ? 1 : (profiles.ScriptOutside[at] + 0.5) / world.Accounts;
        return Lift(profiles.Script[at] - own, others, usual);
    }

    private double Home(int account, int @operator, int own, int others)
    {
        var left = profiles.HomeLeft(account, @operator);
        if (double.IsNaN(left))
        {
            return 0;
        }

        var bin = Bins.OfHome(left);
        return Lift(profiles.Home[(@operator * Bins.Home) + bin] - own, others, profiles.HomeOutside[bin]);
    }

    private double Lift(double members, int others, double usual) =>
        Math.Log2((members + (settings.BackgroundAccounts * usual)) / (others + settings.BackgroundAccounts) / usual);

    /// <summary>Each fact from the operator's own or from elsewhere: the mean, times as many facts as count in full.</summary>
    private double Sources(int account, int @operator, int own, FactKind kind, SourceMix mix)
    {
        var escape = mix.Escape(@operator, settings.MostEscape);
        var (bits, weight, facts) = (0.0, 0.0, 0);
        var r = world.Of(account, kind);
        for (var i = r.Start; i < r.End; i++)
        {
            var fact = world.AccountFacts[i];
            var degree = world.Degree(fact);
            if (degree > 1)
            {
                bits += world.AccountWeights[i] * Math.Log2(mix.Likelihood(@operator, escape, profiles.Members[fact, @operator] - own, degree));
                weight += world.AccountWeights[i];
                facts++;
            }
        }

        return weight > 0 ? bits / weight * Math.Min(facts, settings.FactsCounted) : 0;
    }

    private double Money(int account, int @operator, int own, int others)
    {
        var best = 0.0;
        foreach (var fact in world.FactsOf(account, FactKind.Token))
        {
            var held = profiles.Members[fact, @operator] - own;
            if (held >= 1)
            {
                best = Math.Max(best, Math.Log2(held / (double)others / (world.Degree(fact) / (double)world.Accounts)));
            }
        }

        return best;
    }

    private void Soft(int account, int @operator, int own, int others)
    {
        Array.Clear(soft);
        Array.Clear(mass);
        var r = world.Of(account, FactKind.Soft);
        for (var i = r.Start; i < r.End; i++)
        {
            var (fact, weight) = (world.AccountFacts[i], world.AccountWeights[i]);
            var usual = world.Degree(fact) / (double)world.Accounts;
            var bits = Lift(profiles.Members[fact, @operator] - own, others, usual);
            soft[world.FacetOf[fact]] += weight * Math.Clamp(bits, settings.SoftLow, settings.SoftHigh);
            mass[world.FacetOf[fact]] += weight;
        }

        for (var f = 0; f < soft.Length; f++)
        {
            soft[f] = mass[f] > 0 ? soft[f] / mass[f] : 0;
        }
    }

    /// <summary>The best that a family's confirming facets say.</summary>
    private double SoftOf(Family of)
    {
        var best = double.NegativeInfinity;
        for (var f = 0; f < soft.Length; f++)
        {
            if (family[f] == of && mass[f] > 0)
            {
                best = Math.Max(best, soft[f]);
            }
        }

        return best;
    }
}
