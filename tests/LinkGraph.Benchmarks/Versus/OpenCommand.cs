using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LinkGraph.Storage;

namespace LinkGraph.Benchmarks.Versus;

/// <summary><c>open FOLDER</c>: how long a database folder takes to open in a new process, and what the graph in it holds of memory.</summary>
internal sealed class OpenCommand : Command
{
    private readonly Argument<DirectoryInfo> _folder = new("FOLDER") { Description = "A database folder that nobody has open" };

    public OpenCommand()
        : base("open", "Measures opening a database folder: seconds, and live memory after a full collection.")
    {
        Add(_folder);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var store = GraphStore.Open(arguments.GetRequiredValue(_folder).FullName);
        var opening = Stopwatch.GetElapsedTime(started);
        processor = Environment.CpuUsage.TotalTime - processor;
        var view = store.BeginRead();
        long live = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{view.NodeCount:N0} nodes, {view.RelationshipCount:N0} relationships: opened in {opening.TotalSeconds:0.00} s ({processor.TotalSeconds:0.00} s of processor time), {live / 1e6:N0} MB live"));
    }
}
