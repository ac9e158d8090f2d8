using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution;

namespace LinkGraph.UnitTests.Resolution.Records;

public sealed class RecordResolverTests
{
    private const string Consonants = "bcdfghklmnprstvz";
    private const string Vowels = "aeiou";

    [Fact]
    public void Resolve_RecordsWithSlips_FindsThePeople()
    {
        var people = People(300, seed: 5);
        var operators = new Resolver().Resolve(Evidence(people), cancellationToken: TestContext.Current.CancellationToken).Operators;

        var (right, wrong, all) = Pairs(operators);
        Assert.Equal(300 * 6, all);
        Assert.InRange(right / (double)all, 0.9, 1);
        Assert.InRange(wrong / (double)(right + wrong), 0, 0.02);
        Assert.All(operators, entity => Assert.Equal([Family.Identity], entity.Standing.BoundBy));
        Assert.All(operators, entity => Assert.All(entity.Members, member => Assert.InRange(member.Confidence, 0.5, 1)));
        Assert.All(operators, entity => Assert.NotEmpty(entity.Links));
    }

    [Fact]
    public void Resolve_TheSameRecordsTwice_GivesTheSameOperators()
    {
        var people = People(60, seed: 7);

        Assert.Equal(Told(people), Told([.. people.AsEnumerable().Reverse()]));

        static string Told(IReadOnlyList<(string Account, string Fact)> rows) => string.Join('\n', new Resolver().Resolve(Evidence(rows)).Operators
            .Select(entity => $"{entity.Id} {string.Join(',', entity.Members)} {string.Join(',', entity.Uses)} {string.Join(',', entity.Links.Select(link => $"{link.A} {link.B} {link.Bits}"))}"));
    }

    [Fact]
    public void Resolve_FewRecordsOfStrangers_LeavesThemApart()
    {
        (string, string)[] rows =
        [
            ("1", "name|name||ann lee"), ("2", "name|name||robert drake"), ("3", "name|name||olga smirnova"), ("1", "born|date||18550315"),
            ("2", "born|date||19020811"), ("3", "born|date||17630101"),
        ];

        Assert.Empty(new Resolver().Resolve(Evidence(rows)).Operators);
    }

    [Fact]
    public void Resolve_FactThatIsNoAttribute_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => new Resolver().Resolve(Evidence([("1", "no bars")])));

        Assert.Contains("attribute", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Each has four records of name, date and town, each with a slip somewhere.</summary>
    private static List<(string Account, string Fact)> People(int count, int seed)
    {
        var random = new Random(seed);
        string[] towns = [.. Enumerable.Range(0, 40).Select(_ => Word(random, 3))];
        List<(string, string)> rows = [];
        for (var person = 0; person < count; person++)
        {
            var (name, date, town) = ($"{Word(random, 2)} {Word(random, 3)}", $"{random.Next(1700, 1990)}{random.Next(1, 13):00}{random.Next(1, 29):00}", towns[random.Next(40)]);
            for (var record = 0; record < 4; record++)
            {
                var account = $"p{person:0000}-{record}";
                rows.Add((account, $"name|name||{(record == 1 ? Slip(random, name) : name)}"));
                rows.Add((account, $"born|date||{(record == 2 ? Slip(random, date) : date)}"));
                if (record != 3)
                {
                    rows.Add((account, $"town|name||{town}"));
                }
            }
        }

        return rows;
    }

    private static string Word(Random random, int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}"));

    private static string Slip(Random random, string text)
    {
        var letters = text.ToCharArray();
        var at = random.Next(letters.Length - 1);
        at += letters[at] == ' ' ? 1 : 0;
        letters[at] = char.IsAsciiDigit(letters[at]) ? (char)('0' + random.Next(10)) : (char)('a' + random.Next(26));
        return new string(letters);
    }

    private static (int Right, int Wrong, int All) Pairs(IReadOnlyList<Operator> operators)
    {
        var (right, wrong) = (0, 0);
        foreach (var entity in operators)
        {
            for (var i = 0; i < entity.Members.Count; i++)
            {
                for (var j = i + 1; j < entity.Members.Count; j++)
                {
                    var same = entity.Members[i].Account[..5] == entity.Members[j].Account[..5];
                    right += same ? 1 : 0;
                    wrong += same ? 0 : 1;
                }
            }
        }

        return (right, wrong, 1800);
    }

    private static EvidenceSet Evidence(IReadOnlyList<(string Account, string Fact)> rows)
    {
        var ids = rows.Select(row => row.Account).Distinct().Order(StringComparer.Ordinal).ToArray();
        var facts = rows.GroupBy(row => row.Fact).OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(fact => (fact.Key, Accounts: fact.Select(row => Array.BinarySearch(ids, row.Account, StringComparer.Ordinal)).Distinct().Order().ToArray())).ToList();
        var offsets = new int[facts.Count + 1];
        for (var f = 0; f < facts.Count; f++)
        {
            offsets[f + 1] = offsets[f] + facts[f].Accounts.Length;
        }

        int[] accounts = [.. facts.SelectMany(fact => fact.Accounts)];
        var facet = new Facet(
            new FacetDefinition("attribute", Family.Identity, Role.Compares), [.. facts.Select(fact => fact.Key)], offsets, accounts,
            Array.ConvertAll(accounts, _ => 1f));
        return new EvidenceSet(ids, new float[ids.Length], new float[ids.Length], [facet]);
    }
}
