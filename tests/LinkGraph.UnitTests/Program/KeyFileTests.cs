using LinkGraph.Hosting;
using LinkGraph.Ingestion;

namespace LinkGraph.UnitTests.Program;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-key-").FullName;

    private string KeyPath => Path.Combine(_folder, "state", "key");

    [Fact]
    public void ReadOrMake_NoFile_MakesAKeyThatStaysAndIsTheOwnersAlone()
    {
        string key = KeyFile.ReadOrMake(KeyPath);

        Assert.Equal(key, KeyFile.ReadOrMake(KeyPath));
        Assert.Equal(32, Convert.FromHexString(key).Length);
        Assert.NotEqual(key, KeyFile.ReadOrMake(Path.Combine(_folder, "other", "key")));
        Assert.Equal([KeyPath], Directory.GetFiles(Path.GetDirectoryName(KeyPath)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
    }

    [Fact]
    public async Task ReadOrMake_ManyAtOnce_AllHaveOneKey()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => KeyFile.ReadOrMake(KeyPath))));

        Assert.Single(keys.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00112233")]
    [InlineData("zz112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")]
    public void ReadOrMake_FileWithoutAKey_SaysSoAndLeavesIt(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, content);

        var error = Assert.Throws<IngestionException>(() => KeyFile.ReadOrMake(KeyPath));

        Assert.Contains(KeyPath, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(KeyPath));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
