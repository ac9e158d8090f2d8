using System.Globalization;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Records;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Records;

/// <summary>The records that attributes describe, in columns.</summary>
internal sealed class RecordTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];

    private RecordTable(int[] accounts) => Accounts = accounts;

    /// <summary>By record: its account.</summary>
    public int[] Accounts { get; }

    public int Count => Accounts.Length;

    public RecordField[] Fields { get; private set; } = [];

    public IReadOnlyList<Word> Words => _words;

    /// <summary>By word: log2 of how rare it is among records.</summary>
    public double[] Bits { get; private set; } = [];

    /// <summary>Reads the attributes of a facet.</summary>
    /// <exception cref="ArgumentException">A fact is no attribute.</exception>
    public static RecordTable Build(Facet facet, int accounts)
    {
        var recordOf = new int[accounts];
        Array.Fill(recordOf, -1);
        foreach (var account in facet.Accounts)
        {
            recordOf[account] = 0;
        }

        var table = new RecordTable(Enumerable.Range(0, accounts).Where(account => recordOf[account] == 0).ToArray());
        for (var record = 0; record < table.Count; record++)
        {
            recordOf[table.Accounts[record]] = record;
        }

        table.Fields = table.FieldsOf(facet, recordOf);
        table.Bits = table.Rarity();
        return table;
    }

    /// <summary>All words of a record in a field.</summary>
    public int[] WordsOf(int field, int record)
    {
        var column = Fields[field];
        var values = column.Of.Of(record);
        return values.Length == 1 ? column.Values[values[0]].Words : Join(column, values);
    }

    private static int[] Join(RecordField column, ReadOnlySpan<int> values)
    {
        List<int> words = [];
        foreach (var value in values)
        {
            words.AddRange(column.Values[value].Words);
        }

        return [.. words];
    }

    private RecordField[] FieldsOf(Facet facet, int[] recordOf)
    {
        var facts = facet.Facts.Select((id, number) => (Number: number, Attribute: Parse(id))).ToList();
        var columns = facts.GroupBy(fact => fact.Attribute.Column).OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => column.ToList()).ToList();
        string[] names = [.. columns.Select(column => column[0].Attribute.Field)];
        var fields = new RecordField[columns.Count];
        for (var f = 0; f < fields.Length; f++)
        {
            var first = columns[f][0].Attribute;
            var values = columns[f].Select(fact => Value(fact.Attribute)).ToArray();
            List<(int Record, int Value)> having = [];
            var counts = new int[values.Length];
            for (var v = 0; v < values.Length; v++)
            {
                var fact = columns[f][v].Number;
                counts[v] = facet.Offsets[fact + 1] - facet.Offsets[fact];
                for (var i = facet.Offsets[fact]; i < facet.Offsets[fact + 1]; i++)
                {
                    having.Add((recordOf[facet.Accounts[i]], v));
                }
            }

            int[] holds = [.. Enumerable.Range(0, names.Length).Where(other => other != f && first.MayHold.Contains(names[other]))];
            fields[f] = new RecordField(first.Field, first.Kind, holds, values, Rows.Of(Count, having), counts);
        }

        return fields;
    }

    private static AttributeFact Parse(string id)
    {
        try
        {
            return AttributeFact.Parse(id);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"The evidence of {RecordResolver.FacetName} breaks its contract: {e.Message}", e);
        }
    }

    private FieldValue Value(AttributeFact attribute)
    {
        var text = attribute.Value;
        var words = attribute.Kind is AttributeKind.Name or AttributeKind.Text
            ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordNumber).ToArray()
            : [WordNumber(text)];
        var number = double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : double.NaN;
        return new FieldValue(text, words, number, attribute.Id);
    }

    private int WordNumber(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _words.Count;
            _numbers.Add(text, number);
            _words.Add(new Word(text));
        }

        return number;
    }

    private double[] Rarity()
    {
        var (having, last) = (new int[_words.Count], new int[_words.Count]);
        for (var record = 0; record < Count; record++)
        {
            for (var f = 0; f < Fields.Length; f++)
            {
                foreach (var word in Fields[f].HasWords ? WordsOf(f, record) : [])
                {
                    having[word] += last[word] == record + 1 ? 0 : 1;
                    last[word] = record + 1;
                }
            }
        }

        return Array.ConvertAll(having, count => Math.Log2((Count + 1.0) / Math.Max(1, count)));
    }
}
