using System.IO.Hashing;
using System.Text;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>Which columns of a source are which fields of accounts, which become attributes, and which are left out.</summary>
public sealed class RecordMapping
{
    /// <summary>Before the name of a contract's field that no column is mapped to; no column has such a name.</summary>
    private const char NoColumn = '\0';

    /// <summary>Fields of accounts, as the contract names and orders them.</summary>
    internal static readonly string[] AccountFields = ["id", "created_at", "email", "country", "org_id", "status", "status_at"];

    private RecordMapping(
        IReadOnlyDictionary<string, string> account, IReadOnlyList<MappedAttribute> attributes, IReadOnlySet<string> missing, byte[] fingerprint)
    {
        (Attributes, Missing, Fingerprint) = (attributes, missing, fingerprint);
        HasAccounts = account.Count > 1;
        Columns = [.. AccountFields.Select(field => account.GetValueOrDefault(field, NoColumn + field)), .. attributes.Select(attribute => attribute.Column)];
    }

    /// <summary>The columns that become attributes.</summary>
    public IReadOnlyList<MappedAttribute> Attributes { get; }

    /// <summary>Fields of accounts are mapped, not only the id.</summary>
    public bool HasAccounts { get; }

    /// <summary>Texts that mean that there is no value, in lower case.</summary>
    internal IReadOnlySet<string> Missing { get; }

    /// <summary>Tells a mapping from another one.</summary>
    internal byte[] Fingerprint { get; }

    /// <summary>The columns in the order of their fields: those of accounts first.</summary>
    internal IReadOnlyList<string> Columns { get; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="json">The text.</param>
    /// <param name="place">What errors call it: its file.</param>
    /// <exception cref="IngestionException">It is no mapping; the message names the place.</exception>
    public static RecordMapping Parse(string json, string place)
    {
        MappingParts parts = new MappingReader(place).Read(json);
        byte[] fingerprint = XxHash128.Hash(Encoding.UTF8.GetBytes(parts.Canonical));
        return new RecordMapping(parts.Account, parts.Attributes, parts.Missing, fingerprint);
    }

    internal static bool IsColumn(string name) => name[0] != NoColumn;
}
