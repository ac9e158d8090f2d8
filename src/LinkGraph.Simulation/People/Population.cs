using LinkGraph.Model.Records;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.People;

/// <summary>Honest people: those without a bond are members of it, those with one are drawn by it.</summary>
internal sealed class Population(Society society) : IMembers
{
    private const double Suspended = 0.003;
    private const int OldestDays = 400;

    private static readonly Bond Alone = new();

    private readonly PeopleSettings _settings = society.Scenario.People;

    public Account Draw(in AccountPlan plan, Rng rng) => Draw(plan, Alone, rng);

    public Account Draw(in AccountPlan plan, Bond bond, Rng rng)
    {
        var country = bond.Country ?? society.Atlas.Draw(rng);
        var home = new Home(
            rng.Pick(society.Atlas.Aspect(country, rng).Providers), rng.Next(), (long)(rng.In(_settings.HomeDays) * Calendar.Day));
        var places = new PersonPlaces(
            bond,
            rng.Chance(_settings.Mobile) ? rng.Pick(society.Atlas.Aspect(country, rng).CarrierPools) : [],
            rng.Chance(_settings.Venue) ? Many.Of(rng.Int(1, 2), () => rng.Pick(society.Venues)) : [],
            Detour(rng),
            home);
        var client = bond.Client is { } given && rng.Chance(bond.ClientShare) ? given : ClientMarket.Use(society.Clients.Popular(rng), rng);
        var created = SignUp(country, bond, rng);
        var suspended = rng.Chance(Suspended);
        var mails = society.Atlas.Aspect(country, rng).MailDomains;
        return new Account
        {
            Created = created,
            MailUser = society.MailUser(rng, 0.6),
            MailDomain = bond.MailDomain is { } domain && rng.Chance(bond.MailShare) ? domain : society.Popular(mails, rng),
            Country = rng.Chance(_settings.CountryUnknown) ? null : country.Code,
            Organisation = bond.Organisation,
            Status = suspended ? AccountStatus.Suspended : AccountStatus.Active,
            StatusSince = suspended ? rng.Time(Math.Max(created, society.Calendar.Start) + Calendar.Day, society.Calendar.End) : null,
            Cards = Cards(country, bond, rng),
            Exchanges = (_settings.Volume with { Median = _settings.Volume.Median * bond.Activity }).Draw(rng, society.FullVolume),
            Where = Hidden(places, rng),
            Says = new PersonSpeech(
                society.Vocabulary,
                _settings,
                bond,
                client.App,
                society.Vocabulary.NewTemplates(rng, _settings.OwnTasks.Whole(rng), 8, 50),
                rng.Chance(_settings.Library) ? Many.Of(rng.Int(1, 2), () => society.LibraryPrompt(rng)) : []),
            When = bond.When ?? (_settings.Nights ? new DayAndNight(country.Zone) : AnyTime.Instance),
            Client = client,
            Models = society.Models.Person(rng),
            Home = home,
            Entity = bond.Judged ? $"p{plan.Number}" : null,
        };
    }

    // what a world does not have draws nothing, here and below: worlds without it are what they were before it was thought of
    private IWhereabouts? Detour(Rng rng)
    {
        if (rng.Chance(_settings.Vpn))
            return new FixedExits(rng.Pick(society.Vpns).Exits);
        return _settings.DayExits > 0 && rng.Chance(_settings.DayExits) ? society.DayExits!.OfPerson(rng.Next()) : null;
    }

    private IWhereabouts Hidden(PersonPlaces places, Rng rng)
    {
        if (_settings.PhoneOnly + _settings.AddressUnknown == 0)
            return places;
        if (rng.Chance(_settings.AddressUnknown))
            return new NoHome(places.Bond, []);
        return places.Phone.Length > 0 && rng.Chance(_settings.PhoneOnly) ? new NoHome(places.Bond, places.Phone) : places;
    }

    private Card[] Cards(Country country, Bond bond, Rng rng)
    {
        if (bond.Card is { } common && rng.Chance(bond.CardShare))
            return [common];
        return rng.Chance(bond.OwnCard ?? _settings.Paying) ? [society.NewCard(society.Atlas.Aspect(country, rng), rng)] : [];
    }

    private long SignUp(Country country, Bond bond, Rng rng)
    {
        var calendar = society.Calendar;
        if (bond.SignUp is { } window && rng.Chance(bond.SignUpShare))
            return Math.Min(calendar.LastSignUp, rng.Time(window.From, window.Until));
        if (country.Campaigns.Length > 0 && rng.Chance(_settings.FromCampaigns))
            return Math.Min(calendar.LastSignUp, rng.Pick(country.Campaigns) + rng.Time(0, Calendar.Day));
        var oldest = calendar.Start - (OldestDays * Calendar.Day);

        // a growing service: the square root puts more of them late
        return oldest + (long)(Math.Sqrt(rng.Unit()) * (calendar.LastSignUp - oldest));
    }
}
