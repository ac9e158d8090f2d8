using System.IO.Hashing;
using System.Text;
using LinkGraph.ContractTests.Infrastructure;
using Sylvan.Data.Csv;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>
/// A data set of records with errors as a person would bring it: its columns, without those that give the answer away, in an order that
/// says nothing, under ids that say nothing; a mapping; and the truth.
/// </summary>
internal sealed record MappedRecords(string Records, string Mapping, string Truth)
{
    private const string People =
        """
        {
          "id": "record",
          "attributes": [
            { "column": "full_name", "kind": "name" },
            { "column": "dob", "kind": "date" },
            { "column": "birth_place", "kind": "name" },
            { "column": "postcode_fake", "kind": "code" },
            { "column": "gender", "kind": "category" },
            { "column": "occupation", "kind": "category" }
          ]
        }
        """;

    private const string Songs =
        """
        {
          "id": "record",
          "attributes": [
            { "column": "title", "kind": "text", "may_hold": ["artist", "album"] },
            { "column": "artist", "kind": "name" },
            { "column": "album", "kind": "text", "may_hold": ["artist"] },
            { "column": "number", "kind": "number" },
            { "column": "year", "kind": "year" },
            { "column": "length", "kind": "duration" },
            { "column": "language", "kind": "category" }
          ],
          "missing": ["null", "unk.", "[unknown]"]
        }
        """;

    /// <summary>Historical persons: the id begins with the answer.</summary>
    public static MappedRecords OfPeople(string folder, int most = int.MaxValue) =>
        Write(folder, "historical_50k", "cluster", ["unique_id", "cluster"], People, most);

    /// <summary>Songs: two ids are numbers of and within the answer.</summary>
    public static MappedRecords OfSongs(string folder, int most = int.MaxValue) =>
        Write(folder, "musicbrainz_20k", "CID", ["TID", "CID", "CTID"], Songs, most);

    private static MappedRecords Write(string folder, string name, string answer, string[] leaks, string mapping, int most)
    {
        var files = new MappedRecords(Path.Combine(folder, $"{name}.csv"), Path.Combine(folder, $"{name}.json"), Path.Combine(folder, $"{name}.truth.csv"));
        File.WriteAllText(files.Mapping, mapping);
        using var csv = CsvDataReader.Create(SharedFolder.Require($"datasets/{name}/{name}.csv"), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        int[] kept = [.. Enumerable.Range(0, csv.FieldCount).Where(column => !leaks.Contains(csv.GetName(column)))];
        List<(string Id, string Record, string Truth)> rows = [];
        while (rows.Count < most && csv.Read())
        {
            string id = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{name} {rows.Count}")));
            string entity = csv.GetString(csv.GetOrdinal(answer));
            rows.Add((id, string.Join(',', kept.Select(column => Quote(csv.GetString(column))).Prepend(id)), $"{id},{entity},{entity}"));
        }
        rows.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        File.WriteAllLines(files.Records, rows.Select(row => row.Record).Prepend(string.Join(',', kept.Select(csv.GetName).Prepend("record"))));
        File.WriteAllLines(files.Truth, rows.Select(row => row.Truth).Prepend("account_id,entity,operator"));
        return files;
    }

    private static string Quote(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
