using System.Diagnostics;
using System.Text;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>The real program as a child process, its output piped.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    /// <summary>The same for all, so that graphs of different state folders can be compared.</summary>
    private const string Key = "a key that all tests have";

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(8);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _error = new();

    private ProgramProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_error)
                _error.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        _output = process.StandardOutput.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the program. An address with user and password in it is taken apart: the program wants them in the environment.</summary>
    public static ProgramProcess Start(string? database, params string[] args) => Start(database, Key, args);

    /// <summary>Runs the program to its end without a key in its environment.</summary>
    public static async Task<ProgramResult> RunWithoutKeyAsync(string database, params string[] args)
    {
        await using var program = Start(database, "", args);
        return await program.EndAsync();
    }

    /// <summary>Runs the program to its end with a text on its standard input and more in its environment.</summary>
    public static async Task<ProgramResult> RunWithAsync(string database, string input, (string Name, string Value) variable, params string[] args)
    {
        await using var program = Start(database, Key, args, input, variable);
        return await program.EndAsync();
    }

    private static ProgramProcess Start(string? database, string key, string[] args, string input = "", (string Name, string Value)? variable = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "linkgraph"), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LINKGRAPH_KEY"] = key;
        if (variable is var (name, value))
            start.Environment[name] = value;
        if (database is not null && !database.Contains("://", StringComparison.Ordinal))
        {
            start.Environment["LINKGRAPH_DATABASE"] = database;
        }
        else if (database is not null)
        {
            var uri = new Uri(database);
            start.Environment["LINKGRAPH_DATABASE"] = $"{uri.Scheme}://{uri.Authority}";
            if (uri.UserInfo.Split(':') is [var user, var password])
            {
                start.Environment["LINKGRAPH_DATABASE_USER"] = Uri.UnescapeDataString(user);
                start.Environment["LINKGRAPH_DATABASE_PASSWORD"] = Uri.UnescapeDataString(password);
            }
        }
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
        var program = new ProgramProcess(process);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return program;
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<ProgramResult> RunAsync(string? database, params string[] args)
    {
        await using var program = Start(database, args);
        return await program.EndAsync();
    }

    public async Task<ProgramResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(s_longest);
        await _process.WaitForExitAsync(limit.Token);
        string output = await _output;
        lock (_error)
            return new ProgramResult(_process.ExitCode, output, _error.ToString());
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}

/// <summary>How the program ended.</summary>
internal sealed record ProgramResult(int ExitCode, string Out, string Error)
{
    public ProgramResult Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, not {exitCode}. Error:\n{Error}\nOutput:\n{Out}");
        return this;
    }
}
