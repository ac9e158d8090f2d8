namespace LinkGraph.Simulation.Tools;

/// <summary>How an account uses a client.</summary>
/// <param name="App">The client.</param>
/// <param name="Lag">Seconds after a release at which this account updates.</param>
/// <param name="Pinned">The version it stays on; 0: it updates.</param>
internal readonly record struct ClientUse(ClientApp App, long Lag = 0, int Pinned = 0)
{
    public int Version(long time) => Pinned > 0 ? Pinned : App.Version(time - Lag);
}
