namespace LinkGraph.Simulation.Accounts;

/// <summary>A payment card.</summary>
/// <param name="Fingerprint">Its number, as the payment provider disguises it.</param>
/// <param name="Issuer">The first six digits (BIN).</param>
internal readonly record struct Card(ulong Fingerprint, string Issuer);
