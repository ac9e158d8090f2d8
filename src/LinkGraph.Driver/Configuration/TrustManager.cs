using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Decides whether a server's certificate is trusted.</summary>
public abstract class TrustManager
{
    /// <param name="uri">The server that was asked for.</param>
    public abstract bool ValidateServerCertificate(
        Uri uri, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors sslPolicyErrors);

    /// <summary>Trusts any certificate.</summary>
    /// <param name="verifyHostname">Whether it must be for the name of the server, still.</param>
    public static TrustManager CreateInsecure(bool verifyHostname = false) => new InsecureTrust(verifyHostname);

    /// <summary>Trusts what the system's authorities have signed.</summary>
    public static TrustManager CreateChainTrust(bool verifyHostname = true) => new ChainTrust(verifyHostname);

    /// <summary>Trusts what the given authorities have signed.</summary>
    public static TrustManager CreateCertTrust(IEnumerable<X509Certificate2> trustedCertificates, bool verifyHostname = true) =>
        new CertificateTrust([.. trustedCertificates], verifyHostname);
}
