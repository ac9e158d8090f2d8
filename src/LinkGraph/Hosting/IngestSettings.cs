using System.Text;

namespace LinkGraph.Hosting;

/// <summary>What the environment says about ingestion: secrets do not belong on a command line.</summary>
internal static class IngestSettings
{
    public const string KeyVariable = "LINKGRAPH_KEY";
    public const string SourceVariable = "LINKGRAPH_SOURCE";
    private const int LeastKeyBytes = 16;

    /// <summary>The key of all keyed hashes.</summary>
    /// <exception cref="UsageException">It is too short.</exception>
    public static byte[] Key(string text)
    {
        byte[] key = Encoding.UTF8.GetBytes(text);
        return key.Length >= LeastKeyBytes ? key : throw new UsageException($"{KeyVariable} must have {LeastKeyBytes} bytes or more.");
    }
}
