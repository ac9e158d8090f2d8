using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LinkGraph.Embedded;

/// <summary>A certificate for TLS, from the files that certificate authorities and OpenSSL make.</summary>
public static class CertificateFiles
{
    /// <summary>Reads a certificate and its private key.</summary>
    /// <param name="certificateFile">PEM: the certificate of the server, then those that vouch for it.</param>
    /// <param name="keyFile">PEM: the private key, not encrypted.</param>
    /// <exception cref="IOException">A file cannot be read; so for <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="CryptographicException">They hold no certificate, no key, or a key that is not the certificate's.</exception>
    public static SslStreamCertificateContext Load(string certificateFile, string keyFile)
    {
        using var read = Read(certificateFile, keyFile);
        // Windows does not use keys in TLS that are in memory alone.
        var certificate = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        // Offline: nobody is asked on the network for what is missing.
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    private static X509Certificate2 Read(string certificateFile, string keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (ArgumentException error)
        {
            throw new CryptographicException($"The key in {keyFile} is not that of the certificate in {certificateFile}.", error);
        }
    }
}
