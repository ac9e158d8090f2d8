using System.Security.Cryptography;
using System.Text;

namespace LinkGraph.Bolt.Server;

/// <summary>The one user of a server.</summary>
public sealed class BoltCredentials
{
    private readonly byte[] _hash;

    public BoltCredentials(string user, string password) => (User, _hash) = (user, Hash(user, password));

    public string User { get; }

    /// <summary>Takes the same time whether it is right, wrong or nearly right.</summary>
    internal bool Match(string? user, string? password) =>
        CryptographicOperations.FixedTimeEquals(_hash, Hash(user ?? "", password ?? ""));

    private static byte[] Hash(string user, string password) => SHA256.HashData(
        [.. SHA256.HashData(Encoding.UTF8.GetBytes(user)), .. SHA256.HashData(Encoding.UTF8.GetBytes(password))]);
}
