using System.CommandLine;
using LinkGraph.Benchmarks.Engine;
using LinkGraph.Benchmarks.Hub;
using LinkGraph.Benchmarks.Lab;
using LinkGraph.Benchmarks.Quality;
using LinkGraph.Benchmarks.Speed;
using LinkGraph.Benchmarks.Versus;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
var root = new RootCommand("Measures LinkGraph: quality on worlds whose truth is known, speed and memory of the whole job.") { new QualityCommand(), new SensitivityCommand(), new SpeedCommand(), new EngineCommand(), new VersusCommand(), new OpenCommand(), new LabCommand(), new HubCommand() };
return await root.Parse(args).InvokeAsync(cancellationToken: stop.Token);
