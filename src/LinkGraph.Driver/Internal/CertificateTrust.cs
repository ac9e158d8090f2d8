#nullable enable
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal;

internal sealed class CertificateTrust(X509Certificate2[] trusted, bool verifyHostname) : TrustManager
{
    public override bool ValidateServerCertificate(
        Uri uri, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors sslPolicyErrors)
    {
        if (verifyHostname && (sslPolicyErrors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
            return false;
        if ((sslPolicyErrors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0)
            return false;
        using var custom = new X509Chain();
        custom.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        custom.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        custom.ChainPolicy.CustomTrustStore.AddRange(trusted);
        foreach (var element in chain?.ChainElements.Skip(1) ?? [])
            custom.ChainPolicy.ExtraStore.Add(element.Certificate);
        return custom.Build(certificate);
    }
}
