namespace LinkGraph.ContractTests.Clients;

/// <summary>What is installed on the machine.</summary>
internal static class Programs
{
    public static bool IsOnPath(string name) => Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, name)));
}
