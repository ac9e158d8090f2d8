using LinkGraph.Model.Evidence;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Operators;
using LinkGraph.Model.Records;

namespace LinkGraph.ContractTests.Graph;


/// <summary>A few accounts that share a bit of everything; enough for every query to find something.</summary>
internal static class Sample
{
    public const string Operator = "op-a1";
    public const string Rival = "op-b1";
    public const string Template = "aaaa";

    public static readonly DateTimeOffset Day = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly AttributeFact Street = new("street", AttributeKind.Name, [], "high street");

    public static Checkpoint At(long seq, string source = "test") => new(source, seq, seq * 100, "f");

    public static Span Hours(int from, int to) => new(Day.AddHours(from), Day.AddHours(to));

    /// <summary>a1 to a4 and b1, b2 are two rings behind one proxy; c1 is a person on one of its exits.</summary>
    public static IngestBatch Batch(long seq = 1) => new(At(seq))
    {
        Accounts =
        [
            Account("a1", AccountStatus.Banned), Account("a2", AccountStatus.Banned), Account("a3", AccountStatus.Active),
            Account("a4", AccountStatus.Active), Account("b1", AccountStatus.Active), Account("b2", AccountStatus.Active),
            Account("c1", AccountStatus.Active),
        ],
        Activity =
        [
            Activity("a1", 0, 2), Activity("a2", 0, 2), Activity("a3", 4, 6), Activity("a4", 4, 6), Activity("b1", 0, 6), Activity("b2", 0, 6),
            Activity("c1", 0, 6),
        ],
        Payments =
        [
            Payment("a1", "card1"), Payment("a2", "card1"), Payment("a3", "card1"), Payment("a4", "card2"), Payment("b1", "card3"), Payment("b2", "card3"),
        ],
        Addresses =
        [
            Use("a1", "198.51.100.1", 0, 2), Use("a2", "198.51.100.1", 0, 2), Use("a3", "198.51.100.1", 4, 6), Use("b1", "198.51.100.1", 0, 6),
            Use("c1", "198.51.100.1", 0, 6), Use("a4", "198.51.100.2", 4, 6), Use("b2", "2001:db8::1", 0, 6),
        ],
        Clients = [Use("a1", "app/1", 0, 2), Use("a2", "app/1", 0, 2), Use("b1", "app/1", 0, 6), Use("c1", "app/1", 0, 6)],
        ModelUses = [Use("a1", "m1", 1, 2), Use("a2", "m1", 1, 2), Use("c1", "m1", 4, 6)],
        Windows = [Window("a1", 0), Window("a2", 0), Window("b1", 0), Window("b2", 1)],
        Networks = [new("198.51.100.1", "rent", "residential", 0.5), new("2001:db8::/32", "rent", null, null)],
        Models = [new("m1", Day)],
        Attributes = [new("a1", Street), new("a2", Street), new("c1", new("street", AttributeKind.Name, [], "hill road"))],
    };

    public static SentChanges Sent { get; } = new(
        [Sends("a1", Template, 0, 2), Sends("a2", Template, 0, 2), Sends("a3", Template, 4, 6), Sends("b1", "bbbb", 0, 6), Sends("b2", "bbbb", 0, 6)],
        [],
        [new("a1", 10, 1), new("a2", 10, 0), new("c1", 10, 10)]);

    public static IReadOnlyList<ExitRow> Exits { get; } = [new("198.51.100.1", "rent", 0.5), new("2001:db8::1", "rent", null)];

    /// <summary>The two rings, as a resolution would find them.</summary>
    public static ResolvedOperators Resolution { get; } = new(
    [
        Entity(Operator, [new("a1", 0.99), new("a2", 0.99), new("a3", 0.9), new("a4", 0.8)],
            [
                new("payment_method", "card1", 3, 0.75, 2.0), new("template", Template, 3, 0.75, 2.3), new("address", "198.51.100.1", 3, 0.75, 1.1),
                new("bin", "411111", 4, 1, 1.2), new("minute", "2026-03-01T10:00:00Z", 2, 0.5, 1.5),
            ],
            [new("a1", "a2", 20.5, ["address", "payment_method", "template"]), new("a1", "a3", 12, ["payment_method"])]),
        Entity(Rival, [new("b1", 0.7), new("b2", 0.7)], [new("payment_method", "card3", 2, 1, 3.5)], [new("b1", "b2", 9, ["payment_method"])]),
    ]);

    public static Operator Entity(string id, Membership[] members, FactUse[] uses, Link[] links) => new(
        id, EntityKind.Operator, members, 0.9,
        new Standing(new Dictionary<Family, double> { [Family.Network] = 0.1 }, [Family.Money, Family.Script]), uses, links);

    public static AccountRow Account(string id, AccountStatus? status = null, DateTimeOffset? statusAt = null, string? country = "CH") =>
        new(id, Day.AddHours(id.Length), "key-" + id, "mail.example", "word+digits", country, null, status, statusAt);

    public static UseRow Use(string account, string fact, int from, int to, long count = 5) => new(account, fact, count, Hours(from, to));

    private static ActivityRow Activity(string account, int from, int to) => new(account, 10, 100, 200, Hours(from, to));

    private static PaymentRow Payment(string account, string fingerprint) => new(account, fingerprint, "card", "411111", "CH", Hours(0, 0));

    private static WindowRow Window(string account, int minute) => new(account, Day.AddMinutes(minute), 2);

    private static SentRow Sends(string account, string signature, int from, int to) => new(account, signature, 5, Hours(from, to));
}
