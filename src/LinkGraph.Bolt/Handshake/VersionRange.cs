namespace LinkGraph.Bolt.Handshake;

/// <summary>The versions from <paramref name="Highest"/> down, <paramref name="Below"/> minor versions more: one of a proposal's four places.</summary>
public readonly record struct VersionRange(BoltVersion Highest, byte Below)
{
    public bool Contains(BoltVersion version) =>
        version.Major == Highest.Major && version.Minor <= Highest.Minor && version.Minor >= Highest.Minor - Below;
}
