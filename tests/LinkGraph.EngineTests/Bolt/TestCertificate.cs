using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LinkGraph.Embedded;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>A certificate that nobody vouches for, in files as <c>openssl req -x509</c> leaves them.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("linkgraph-tls-").FullName;

    public TestCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificateFile => Path.Combine(folder, "public.crt");

    public string KeyFile => Path.Combine(folder, "private.key");

    public SslStreamCertificateContext Load() => CertificateFiles.Load(CertificateFile, KeyFile);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
