#nullable enable
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>Whether and how TLS is used: what the scheme of the URI and the configuration say together.</summary>
internal sealed class Encryption
{
    private readonly TrustManager? _trust;
    private readonly string _scheme;

    private Encryption(string scheme, bool isOn, TrustManager? trust)
    {
        _scheme = scheme;
        IsOn = isOn;
        _trust = trust;
    }

    public bool IsOn { get; }

    /// <exception cref="NotSupportedException">The scheme is none of Bolt's.</exception>
    /// <exception cref="ArgumentException">The scheme decides what the configuration sets as well.</exception>
    public static Encryption From(Uri uri, Config config)
    {
        var scheme = uri.Scheme.ToLowerInvariant();
        switch (scheme)
        {
            case "bolt" or "neo4j":
                var on = config.EncryptionLevel == EncryptionLevel.Encrypted;
                return new Encryption(scheme, on, config.TrustManager ?? TrustManager.CreateChainTrust());
            case "bolt+s" or "neo4j+s" or "bolt+ssc" or "neo4j+ssc":
                if (config.NullableEncryptionLevel is not null || config.TrustManager is not null)
                {
                    throw new ArgumentException(
                        $"The scheme {scheme} decides about encryption and trust; do not configure them as well.", nameof(uri));
                }
                var any = scheme.EndsWith("+ssc", StringComparison.Ordinal);
                return new Encryption(scheme, true, any ? TrustManager.CreateInsecure() : TrustManager.CreateChainTrust());
            default:
                throw new NotSupportedException(
                    $"Unsupported URI scheme: {scheme}. Use bolt:// or neo4j://, with +s or +ssc for TLS.");
        }
    }

    public SslClientAuthenticationOptions Options(ServerAddress address) => new()
    {
        TargetHost = address.Host.Trim('[', ']'),
        EnabledSslProtocols = SslProtocols.None, // what the system thinks best: TLS 1.2 and up
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            certificate is not null
            && _trust!.ValidateServerCertificate(
                new UriBuilder(_scheme, address.Host, address.Port).Uri,
                certificate as X509Certificate2 ?? X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()),
                chain!, errors),
    };
}
