namespace LinkGraph.Bolt.Handshake;

/// <summary>
/// The first bytes of a connection: the client sends a magic number and four ranges of versions it can speak, the server answers with
/// the version it has chosen, or zeros.
/// </summary>
public static class BoltHandshake
{
    /// <summary>Bytes that a client sends.</summary>
    public const int ProposalSize = 20;

    /// <summary>Bytes that a server answers.</summary>
    public const int ChoiceSize = 4;

    private const int Places = 4;

    public static ReadOnlySpan<byte> Magic => [0x60, 0x60, 0xB0, 0x17];

    /// <summary>Writes a client's proposal of at most four ranges, the preferred first.</summary>
    public static void WriteProposal(Span<byte> target, params ReadOnlySpan<VersionRange> ranges)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ranges.Length, Places);
        target = target[..ProposalSize];
        target.Clear();
        Magic.CopyTo(target);
        for (var i = 0; i < ranges.Length; i++)
        {
            var place = target[(4 * (i + 1))..];
            place[1] = ranges[i].Below;
            place[2] = ranges[i].Highest.Minor;
            place[3] = ranges[i].Highest.Major;
        }
    }

    /// <summary>What a server has chosen; null if it speaks none of the proposed versions.</summary>
    public static BoltVersion? ReadChoice(ReadOnlySpan<byte> choice) =>
        choice[..ChoiceSize] is [0, 0, 0, 0] ? null : new BoltVersion(choice[3], choice[2]);

    /// <summary>The version a server answers: the highest it supports in the first range where there is one.</summary>
    /// <returns>False if the bytes are no Bolt proposal.</returns>
    public static bool TryChoose(ReadOnlySpan<byte> proposal, ReadOnlySpan<BoltVersion> supported, out BoltVersion? choice)
    {
        choice = null;
        if (proposal.Length < ProposalSize || !proposal.StartsWith(Magic))
            return false;
        for (var i = 1; i <= Places && choice is null; i++)
        {
            var place = proposal.Slice(4 * i, 4);
            var range = new VersionRange(new BoltVersion(place[3], place[2]), place[1]);
            foreach (var version in supported)
            {
                if (range.Contains(version) && (choice is null || version > choice))
                    choice = version;
            }
        }
        return true;
    }
}
