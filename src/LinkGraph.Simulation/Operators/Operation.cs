using LinkGraph.Model.Records;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Operators;

/// <summary>
/// One operator at work. It fills seats with accounts: a seat has exits, a card and templates, and the account that replaces a banned one
/// takes its seat.
/// </summary>
internal sealed class Operation : IMembers
{
    private const int LongestWave = 28 * (int)Calendar.Hour;
    private const int HonestDays = 45;
    private const int OldestSold = 400;
    private const double SchoolMail = 0.9;

    private readonly Society _society;
    private readonly Honest _honest;
    private readonly int _number;
    private readonly OperatorStyle _style;
    private readonly int _seats;
    private readonly Country[] _countries;
    private readonly Template[] _tasks;
    private readonly ExitPool _exits;
    private readonly RotatingExits? _rotating;
    private readonly Wallet _wallet;
    private readonly string[] _domains;
    private readonly string _school;
    private readonly ClientApp? _client;
    private readonly ClientApp? _wrap;
    private readonly long[] _waves;
    private readonly IRhythm _rhythm;
    private readonly ModelUse? _pivot;

    public Operation(int number, int size, OperatorStyle style, Society society, Honest honest, ProxyNetwork[] resale, Rng rng)
    {
        string tag = $"op-{number}";
        Tag = tag;
        Size = size;
        _society = society;
        _honest = honest;
        _number = number;
        _style = style;
        _seats = size - (int)(size * style.Replaced);
        _countries = Many.Of(style.Countries, () => society.Atlas.Draw(rng));
        _tasks = society.Vocabulary.NewTemplates(rng, Math.Max(2, (int)(Math.Sqrt(size) * style.Templates)), 25, 85);
        _exits = new ExitPool(tag, size, style, _countries, society, resale, rng);
        _rotating = style.NeverTwice ? new RotatingExits([.. Enumerable.Range(0, size).Select(Exchanges)], society, rng) : null;
        _wallet = new Wallet(size, style, _countries, society, rng);
        _domains = Many.Of(rng.Int(1, 4), () => $"{rng.Pick(society.Vocabulary.Words)}{rng.Int(1, 99)}.top");
        _school = $"{Rng.For(society.Seed, tag + " school").Pick(society.Vocabulary.Words)}.edu";
        _client = style.Client switch
        {
            ClientKind.Own => society.Clients.NewApp(rng.Pick(society.Vocabulary.Words), 0, rng),
            ClientKind.Popular => society.Clients.Popular(rng),
            _ => null,
        };
        _wrap = style.Wrapped ? society.Clients.Wrapping(rng) : null;
        var calendar = society.Calendar;
        _waves = Many.Of(
            Math.Max(1, (int)(size / style.Wave)), () => rng.Time(calendar.Start - (25 * Calendar.Day), calendar.LastSignUp - (7 * Calendar.Day)));
        _rhythm = style.Bursts
            ? new Dispatcher(Many.Of(Math.Max(20, size / 4), () => rng.Time(calendar.Start, calendar.End) / 60 * 60))
            : AnyTime.Instance;
        _pivot = style.Pivots ? society.Models.Pivot(rng) : null;
    }

    public string Tag { get; }

    /// <summary>How many accounts it has.</summary>
    public int Size { get; }

    public OperatorStyle Style => _style;

    /// <summary>Its own addresses.</summary>
    public ProxyNetwork OwnExits => _exits.Own;

    public Account Draw(in AccountPlan plan, Rng rng)
    {
        var account = DrawOwn(plan, rng);
        return _style.BoughtAccounts > 0 && rng.Chance(_style.BoughtAccounts) ? Bought(account, plan, rng) : account;
    }

    private Account DrawOwn(in AccountPlan plan, Rng rng)
    {
        var replaces = plan.Index >= _seats;
        var number = replaces ? plan.Index - _seats : plan.Index;
        var seat = Rng.For(_society.Seed, Tag, number);
        var country = seat.Pick(_countries);
        var tasks = Many.Of(seat.Int(1, Math.Min(5, _tasks.Length)), () => seat.Pick(_tasks));
        var where = Where(plan.Index, country, seat);
        var cards = _wallet.Draw(country, seat);
        var opened = SignUp(seat);
        var active = Math.Max(opened, _society.Calendar.Start);
        var banned = seat.Time(active + (6 * Calendar.Hour), Math.Max(active + Calendar.Day, _society.Calendar.LastSignUp));
        var takenOver = banned + seat.Time(Calendar.Hour, 9 * Calendar.Hour);
        var isBanned = !replaces && (number < Size - _seats || rng.Chance(_style.Banned));

        var app = _wrap ?? _client ?? _society.Clients.Popular(rng);
        var mails = country.MailDomains;
        return new Account
        {
            Created = replaces ? takenOver : opened,
            MailUser = _society.MailUser(rng, 0.9, 9_999),
            MailDomain = _style.Mail switch
            {
                MailKind.Throwaway => rng.Pick(_domains),
                MailKind.Big => mails[0],
                MailKind.School when rng.Chance(SchoolMail) => _school,
                _ => _society.Popular(mails, rng),
            },
            Country = rng.Chance(_society.Scenario.People.CountryUnknown) ? null : country.Code,
            Status = isBanned ? AccountStatus.Banned : AccountStatus.Active,
            StatusSince = isBanned ? banned : null,
            Cards = cards,
            Exchanges = Exchanges(plan.Index),
            Where = where,
            Says = new ScriptSpeech(_society, tasks, _style.CoverIsChat ? null : _society.Vocabulary.NewTemplate(rng, 8, 50), _wrap, _style.Edit, _style.Cover),
            When = _rhythm,
            Client = _style.Client == ClientKind.Spoofed && _wrap is null ? ClientMarket.Use(app, rng) : new ClientUse(app),
            Models = _pivot ?? _society.Models.Person(rng),
            Entity = Tag,
            Operator = Tag,
        };
    }

    private IWhereabouts Where(int index, Country country, Rng seat)
    {
        if (_rotating is not null)
            return _rotating.For(index);
        if (seat.Chance(_style.Homely))
            return new Home(seat.Pick(_society.Atlas.Aspect(country, seat).Providers), seat.Next(), seat.Int(25, 50) * Calendar.Day);
        IWhereabouts exits = _style.DayExits ? _society.DayExits!.OfOperator(_number, seat.Next()) : new FixedExits(_exits.Draw(country, seat));
        return _style.Lodging > 0 && seat.Chance(_style.Lodging) ? new Lodger(_honest.Home(seat), exits) : exits;
    }

    /// <summary>A person's account, the operator's from the day on which it would have opened one, or as soon as there are months before it.</summary>
    private Account Bought(Account account, in AccountPlan plan, Rng rng)
    {
        var calendar = _society.Calendar;
        var earliest = calendar.Start + (HonestDays * Calendar.Day);
        var at = account.Created >= earliest ? account.Created : earliest + rng.Time(0, HonestDays * Calendar.Day);
        return _honest.Stranger(plan, rng) with
        {
            Created = at - rng.Time(HonestDays * Calendar.Day, OldestSold * Calendar.Day),
            Status = account.Status,
            StatusSince = account.StatusSince is { } since ? Math.Max(since, at + Calendar.Day) : null,
            Home = null,
            Sold = new Handover(at, account),
            Entity = Tag,
            Operator = Tag,
        };
    }

    private long SignUp(Rng seat)
    {
        var calendar = _society.Calendar;
        return _style.Drip
            ? seat.Time(calendar.Start - (30 * Calendar.Day), calendar.LastSignUp)
            : Math.Min(calendar.LastSignUp, seat.Pick(_waves) + seat.Time(0, LongestWave));
    }

    // known before the account is drawn, since exits that are never used twice are counted off by it
    private int Exchanges(int index) => _style.Volume.Draw(Rng.For(_society.Seed, Tag + " volume", index), _society.FullVolume);
}
