using LinkGraph.Commands;
using LinkGraph.Hosting;
using LinkGraph.Output;

using var interrupt = new Interrupt(Console.Error);
using var terminal = Terminal.Standard();
return await CommandLine.RunAsync(args, terminal, interrupt.Token);
