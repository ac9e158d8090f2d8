namespace LinkGraph.Resolution.Profiles;

/// <summary>Who belongs to which operator, as it stands in a round. Operators are numbers that mean nothing outside of a run.</summary>
/// <param name="Operators">Numbers in use are below this.</param>
/// <param name="Of">By account; <see cref="None"/> for nobody's.</param>
/// <param name="Owner">By template, from the first.</param>
/// <param name="Bits">By account: how much better its operator explains it than its context does.</param>
internal sealed record Assignment(int Operators, int[] Of, int[] Owner, float[] Bits)
{
    public const int None = -1;
}
