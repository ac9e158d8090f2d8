using System.Runtime.InteropServices;

namespace LinkGraph.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first stops the command so that it can go on later, the second ends the process.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly TextWriter _error;

    public Interrupt(TextWriter error)
    {
        _error = error;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
            return;         // not cancelled: the runtime ends the process
        context.Cancel = true;
        _error.WriteLine("Stopping; once more ends at once.");
        _stop.Cancel();
    }
}
