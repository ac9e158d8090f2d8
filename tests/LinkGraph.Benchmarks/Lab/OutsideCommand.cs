using System.CommandLine.Parsing;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>A program that is not ours: a generator of worlds, or a resolver.</summary>
/// <param name="Line">What is run, with placeholders in braces. No shell is asked: a pipeline is <c>sh -c "..."</c>.</param>
internal sealed record OutsideCommand(string Line)
{
    private const int LinesKept = 15;
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it to its end. A cancelled one is killed with all that it started.</summary>
    /// <param name="values">Placeholders (with their braces) and what they stand for.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>How long it took, and the most memory that one of its processes had, where the system tells.</returns>
    /// <exception cref="LabException">It cannot be started or failed; the message has its last lines.</exception>
    public async Task<(TimeSpan Time, long Megabytes)> RunAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(Line).Select(word => values.Aggregate(word, (w, v) => w.Replace(v.Key, v.Value, StringComparison.Ordinal)))];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = new Process { StartInfo = start };
        var last = new Queue<string>();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);

        long started = TimeProvider.System.GetTimestamp();
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new LabException($"\"{words[0]}\" cannot be started: {exception.Message}. Is it installed, and on the PATH?");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            long peak = await WatchAsync(process, cancellationToken);
            var time = TimeProvider.System.GetElapsedTime(started);
            if (process.ExitCode == 0)
                return (time, peak);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        lock (last)
            throw new LabException($"{string.Join(' ', words)}\nended with exit code {process.ExitCode}. {(last.Count == 0 ? "It said nothing." : "Its last lines:\n" + string.Join('\n', last.Select(l => "  " + l)))}");

        void Keep(string? line)
        {
            if (line is null)
                return;
            lock (last)
            {
                last.Enqueue(line);
                if (last.Count > LinesKept)
                    last.Dequeue();
            }
        }
    }

    private static async Task<long> WatchAsync(Process process, CancellationToken cancellationToken)
    {
        long peak = 0;
        var ended = process.WaitForExitAsync(cancellationToken);
        while (!ended.IsCompleted)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(ended, Task.Delay(s_glance, cancellationToken));
        }
        await ended;
        return peak;
    }

    // as Linux tells it: of the process, and of those that it started
    private static long PeakOf(int id)
    {
        try
        {
            long own = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.AsSpan(6, line.Length - 8), NumberStyles.Integer | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) >> 10
                : 0;
            return File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(child => PeakOf(int.Parse(child, CultureInfo.InvariantCulture))).Append(own).Max();
        }
        catch (IOException)
        {
            return 0;           // it has just ended, or the system is not Linux
        }
    }
}
