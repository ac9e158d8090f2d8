using System.IO.Hashing;
using System.Text;

namespace LinkGraph.Resolution.Outcomes;

/// <summary>Ids that are the same for the same members in any order.</summary>
internal static class OperatorId
{
    /// <param name="smallest">The ordinally smallest member.</param>
    public static string Of(string smallest) => string.Create(15, smallest, static (id, account) =>
    {
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(Encoding.UTF8.GetBytes(account), hash);
        "op-".CopyTo(id);
        Convert.TryToHexStringLower(hash[..6], id[3..], out _);
    });
}
