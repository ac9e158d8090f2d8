#nullable enable
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal;

internal sealed class ChainTrust(bool verifyHostname) : TrustManager
{
    public override bool ValidateServerCertificate(
        Uri uri, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors sslPolicyErrors)
    {
        var relevant = verifyHostname ? sslPolicyErrors : sslPolicyErrors & ~SslPolicyErrors.RemoteCertificateNameMismatch;
        return relevant == SslPolicyErrors.None;
    }
}
