using System.Text;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Sources;

/// <summary>The field names of a record kind; a field's index is its number everywhere in ingestion.</summary>
internal sealed class RecordSchema
{
    /// <summary>The first fields of every kind of the contract are those that must be there.</summary>
    private const int RequiredByContract = 2;

    private readonly byte[][] _names;

    private RecordSchema(RecordKind kind, string fileName, params string[] fields)
    {
        Kind = kind;
        FileName = fileName;
        Fields = fields;
        _names = [.. fields.Select(Encoding.UTF8.GetBytes)];
    }

    private RecordSchema(RecordMapping mapping)
        : this(RecordKind.Accounts, "accounts", [.. mapping.Columns]) => Mapping = mapping;

    public static RecordSchema Accounts { get; } =
        new(RecordKind.Accounts, "accounts", "id", "created_at", "email", "country", "org_id", "status", "status_at");

    public static RecordSchema PaymentMethods { get; } =
        new(RecordKind.PaymentMethods, "payment_methods", "account_id", "fingerprint", "kind", "bin", "country", "first_seen", "last_seen");

    public static RecordSchema Proxies { get; } = new(RecordKind.Proxies, "proxies", "network", "proxy_id", "kind", "confidence");

    public static RecordSchema Exchanges { get; } = new(
        RecordKind.Exchanges, "exchanges", "account_id", "at", "ip", "user_agent", "model", "prompt", "input_tokens", "output_tokens");

    public static RecordSchema Models { get; } = new(RecordKind.Models, "models", "id", "released_at");

    /// <summary>In the order in which the files of a folder are read: what names come first, what there is most of comes last.</summary>
    public static IReadOnlyList<RecordSchema> All { get; } = [Accounts, PaymentMethods, Proxies, Models, Exchanges];

    public RecordKind Kind { get; }

    /// <summary>What the names of its files begin with; also what the kind is called in rejects.</summary>
    public string FileName { get; }

    public IReadOnlyList<string> Fields { get; }

    /// <summary>What the columns of a mapped source mean; null where they are the contract's.</summary>
    public RecordMapping? Mapping { get; }

    public static RecordSchema Of(RecordMapping mapping) => new(mapping);

    /// <summary>Whether a table must have a column for the field. All that a mapping names must be there, or a slip in it went unnoticed.</summary>
    public bool Requires(int field) => Mapping is null ? field < RequiredByContract : RecordMapping.IsColumn(Fields[field]);

    public static RecordSchema Of(RecordKind kind) => All.First(schema => schema.Kind == kind);

    /// <summary>The index of a field, -1 for one that the contract does not know. Fields mostly come in the same order, so the guess is tried first.</summary>
    public int Find(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)_names.Length && name.SequenceEqual(_names[guess]))
        {
            return guess;
        }
        for (int i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }
        return -1;
    }

    public int Find(string name)
    {
        for (int i = 0; i < Fields.Count; i++)
        {
            if (string.Equals(Fields[i], name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }
}
