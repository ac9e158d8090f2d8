using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LinkGraph.ContractTests.Clients;

/// <summary><c>linkgraph serve</c> on a new folder, as a user starts it, with a certificate that nobody vouches for.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private const string Announcement = " is served at bolt://";

    private readonly string _folder;
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedFolder(string folder, Process process)
    {
        (_folder, _process) = (folder, process);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"linkgraph serve ended: {Said}"));
        process.EnableRaisingEvents = true;
        process.BeginErrorReadLine();
    }

    /// <summary>Host and port.</summary>
    public string Address => _address.Task.Result;

    public const string User = "neo4j";

    public string Password => File.ReadAllText(Path.Combine(_folder, "data", "bolt-password")).Trim();

    /// <summary>Standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public static async Task<ServedFolder> StartAsync(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("linkgraph-served-").FullName;
        var (certificate, key) = (Path.Combine(folder, "public.crt"), Path.Combine(folder, "private.key"));
        WriteCertificate(certificate, key);
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "linkgraph"),
            ["serve", "--database", Path.Combine(folder, "data"), "--bolt-port", "0", "--tls-certificate", certificate, "--tls-key", key, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        var served = new ServedFolder(folder, Process.Start(start)!);
        try
        {
            await served._address.Task.WaitAsync(TimeSpan.FromMinutes(1));
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what <c>openssl req -x509</c> writes.</summary>
    public static void WriteCertificate(string certificateFile, string keyFile)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0)
            _address.TrySetResult(line[(at + Announcement.Length)..].TrimEnd('/', '.'));
    }
}
