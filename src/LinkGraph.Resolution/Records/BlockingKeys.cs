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

    private static IEnumerable<string> KeysOf(RecordTable records, RecordField field, FieldValue value) => field.Kind switch
    {
        AttributeKind.Name or AttributeKind.Text => OfWords(records, value.Words),
        AttributeKind.Category or AttributeKind.Year or AttributeKind.Number => [],
        _ when value.IsHidden => [$"{field.Name} = {value.Text}", $"{field.Name} ~ {records.Words[value.Words[0]].Sound}"],
        AttributeKind.Code => OfCode(field.Name, value.Text),
        AttributeKind.Date => OfDate(field.Name, value.Text),
        _ => [$"{field.Name} = {value.Text}", $"{field.Name} ~ {value.Number}", $"{field.Name} ~ {value.Number + 1}"],
    };

    private static IEnumerable<string> OfWords(RecordTable records, int[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = records.Words[words[i]];
            yield return $"= {word.Text}";
            if (word.Text.Length >= LeastSound)
            {
                yield return $"~ {word.Sound}";
            }

            if (i > 0)
            {
                yield return $"= {records.Words[words[i - 1]].Text} {word.Text}";
                yield return $"~ {records.Words[words[i - 1]].Sound} {word.Sound}";
            }
        }
    }

    private static IEnumerable<string> OfCode(string field, string code)
    {
        yield return $"{field} = {code}";
        if (code.Length > 4)
        {
            yield return $"{field} < {code[..^2]}";
            yield return $"{field} < {code[..^3]}";
            yield return $"{field} > {code[1..]}";
        }
    }

    private static IEnumerable<string> OfDate(string field, string date)
    {
        yield return $"{field} = {date}";
        if (date.Length == 8)
        {
            yield return $"{field} year {date[..4]}";
            yield return $"{field} month {date[..6]}";
            yield return $"{field} day {date[4..]}";
            yield return $"{field} year and day {date[..4]}{date[6..]}";
        }
    }
}
