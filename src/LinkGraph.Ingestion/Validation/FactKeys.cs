using System.Security.Cryptography;
using System.Text;

namespace LinkGraph.Ingestion.Validation;

/// <summary>
/// Keyed hashes (HMAC-SHA256, the first 128 bits as hex) in place of what must not be in the graph: who has the key can find a person
/// by a known address, who has only the graph cannot. Serves one thread at a time.
/// </summary>
internal sealed class FactKeys(byte[] key, bool hashFacts)
{
    // Kept, because taking in the key costs more than hashing an address.
    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>Addresses and payment fingerprints are kept as keyed hashes too.</summary>
    public bool HashFacts => hashFacts;

    /// <summary>The fact itself, or its keyed hash where the settings say so.</summary>
    public string Text(ReadOnlySpan<byte> fact) => hashFacts ? Hash(fact) : Encoding.UTF8.GetString(fact);

    /// <summary><c>k:</c> and 32 hex digits.</summary>
    public string Hash(ReadOnlySpan<byte> text)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.AppendData(text);
        _hmac.GetHashAndReset(mac);
        return "k:" + Convert.ToHexStringLower(mac[..16]);
    }
}
