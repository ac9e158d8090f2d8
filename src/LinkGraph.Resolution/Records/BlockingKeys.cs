using System.IO.Hashing;
using System.Runtime.InteropServices;
using LinkGraph.Model.Records;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Records;

/// <summary>
/// Keys under which records that may be the same meet: words, their sounds, neighbouring words; a code and its beginning; a date, and it
/// with one part left out; a duration and its neighbours.
/// </summary>
internal static class BlockingKeys
{
    /// <summary>Sounds of shorter words are too common.</summary>
    private const int LeastSound = 4;

    /// <summary>By record: its keys as numbers from 0, no two alike.</summary>
    public static Rows Of(RecordTable records, out int count)
    {
        var numbers = new Dictionary<ulong, int>();
        List<(int Record, int Key)> pairs = [];
        HashSet<int> seen = [];
        var ofValue = new int[records.Fields.Length][][];
        for (var f = 0; f < ofValue.Length; f++)
        {
            var column = records.Fields[f];
            ofValue[f] = Array.ConvertAll(column.Values, value => KeysOf(records, column, value).Select(Number).Distinct().ToArray());
        }

        for (var record = 0; record < records.Count; record++)
        {
            seen.Clear();
            for (var f = 0; f < ofValue.Length; f++)
            {
                foreach (var value in records.Fields[f].Of.Of(record))
                {
                    foreach (var key in ofValue[f][value])
                    {
                        if (seen.Add(key))
                        {
                            pairs.Add((record, key));
                        }
                    }
                }
            }
        }

        count = numbers.Count;
        return Rows.Of(records.Count, pairs);

        int Number(string key)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan())), out var known);
            return number = known ? number : numbers.Count - 1;
        }
    }

    private static List<string> KeysOf(RecordTable records, RecordField field, FieldValue value) => field.Kind switch
    {
        AttributeKind.Name or AttributeKind.Text => OfWords(records, value.Words),
        AttributeKind.Category or AttributeKind.Year or AttributeKind.Number => [],
        _ when value.IsHidden => [$"{field.Name} = {value.Text}", $"{field.Name} ~ {records.Words[value.Words[0]].Sound}"],
        AttributeKind.Code => OfCode(field.Name, value.Text),
        AttributeKind.Date => OfDate(field.Name, value.Text),
        _ => [$"{field.Name} = {value.Text}", $"{field.Name} ~ {value.Number}", $"{field.Name} ~ {value.Number + 1}"],
    };

    private static List<string> OfWords(RecordTable records, int[] words)
    {
        List<string> keys = [];
        for (var i = 0; i < words.Length; i++)
        {
            var word = records.Words[words[i]];
            keys.Add($"= {word.Text}");
            if (word.Text.Length >= LeastSound)
            {
                keys.Add($"~ {word.Sound}");
            }

            if (i > 0)
            {
                var before = records.Words[words[i - 1]];
                keys.Add($"= {before.Text} {word.Text}");
                keys.Add($"~ {before.Sound} {word.Sound}");
            }
        }

        return keys;
    }

    private static List<string> OfCode(string field, string code) => code.Length > 4
        ? [$"{field} = {code}", $"{field} < {code[..^2]}", $"{field} < {code[..^3]}", $"{field} > {code[1..]}"]
        : [$"{field} = {code}"];

    private static List<string> OfDate(string field, string date) => date.Length == 8
        ?
        [
            $"{field} = {date}", $"{field} year {date[..4]}", $"{field} month {date[..6]}", $"{field} day {date[4..]}",
            $"{field} year and day {date[..4]}{date[6..]}",
        ]
        : [$"{field} = {date}"];
}
