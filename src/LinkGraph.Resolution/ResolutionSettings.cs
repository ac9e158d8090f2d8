namespace LinkGraph.Resolution;

/// <summary>
/// Every constant of the resolution, with what it means. One setting serves every world; the sensitivity of each is measured, not guessed.
/// </summary>
public sealed record ResolutionSettings
{
    /// <summary>The settings that everything is measured with.</summary>
    public static ResolutionSettings Default { get; } = new();

    /// <summary>Bits that joining takes, and the false discovery rate of co-use: log2(1/.01), one wrong in a hundred.</summary>
    public double JoinBits { get; init; } = 6.64;

    /// <summary>Bits that one family has to give to count as a family of its own.</summary>
    public double FamilyBits { get; init; } = 3.0;

    /// <summary>Bits beyond chance that links two accounts in a seed: one wrong in ten, as the groups still have to stand up for themselves.</summary>
    public double PairBits { get; init; } = 3.32;

    /// <summary>Bits that confirm a group's shared cards or minutes: one wrong in a million.</summary>
    public double SureBits { get; init; } = 20;

    /// <summary>Share of an ordinary life above which a family speaks for people.</summary>
    public double MostLife { get; init; } = 0.75;

    /// <summary>Share of an ordinary life that may be left to a group that is confirmed or large.</summary>
    public double LooseLife { get; init; } = 0.6;

    /// <summary>Share of an ordinary life that may be left to a small, unconfirmed group.</summary>
    public double TightLife { get; init; } = 0.4;

    /// <summary>Share of an ordinary life that may be left to a handful, or to people met on one occasion.</summary>
    public double OccasionLife { get; init; } = 0.2;

    /// <summary>Accounts from which on a group is large: its mean is no accident.</summary>
    public int LargeGroup { get; init; } = 20;

    /// <summary>Accounts under which a group is a handful.</summary>
    public int SmallGroup { get; init; } = 5;

    /// <summary>Accounts an operator has at least, when it is not a company or household.</summary>
    public int LeastGroup { get; init; } = 3;

    /// <summary>Share of a group that meets at one address, for the address to be a hall.</summary>
    public double HallOfGroup { get; init; } = 1.0 / 3;

    /// <summary>Share of an address's users that the group is, for the address to be its hall.</summary>
    public double HallOfUsers { get; init; } = 0.25;

    /// <summary>Times as often as other people of their countries a group's members must have a fact, for the fact to be the group's.</summary>
    public double TheirsLift { get; init; } = 3;

    /// <summary>Pseudo-accounts of everybody in the background of every country.</summary>
    public double ContextAccounts { get; init; } = 50;

    /// <summary>Share of a fact's accounts that must be the group's for the fact to be the group's.</summary>
    public double TheirsShare { get; init; } = 0.5;

    /// <summary>Share of a template's users who use nothing linked to it and live, for the template to be mixed: used by people and operators.</summary>
    public double MixedShare { get; init; } = 0.2;

    /// <summary>Share of their users (Jaccard) from which on two clusters of templates are one.</summary>
    public double SameUsersShare { get; init; } = 0.5;

    /// <summary>Rarest templates of an account that are compared with each other.</summary>
    public int TemplatesCompared { get; init; } = 32;

    /// <summary>Rounds of taking out templates that live.</summary>
    public int ScriptRounds { get; init; } = 5;

    /// <summary>Accounts of a card up to which its pairs are looked at.</summary>
    public int TokenReach { get; init; } = 200;

    /// <summary>Accounts of an address up to which its pairs are looked at.</summary>
    public int AddressReach { get; init; } = 64;

    /// <summary>Accounts of a burst's minute up to which its pairs are looked at.</summary>
    public int MinuteReach { get; init; } = 400;

    /// <summary>Share of an account's prompts from an operator's templates that seeds it there.</summary>
    public double SeedShare { get; init; } = 0.2;

    /// <summary>Share of a template's users that must be an operator's for the template to be its own.</summary>
    public double OwnerShare { get; init; } = 0.7;

    /// <summary>Pseudo-accounts of the background in every profile.</summary>
    public double BackgroundAccounts { get; init; } = 5;

    /// <summary>Rounds of profiles at most.</summary>
    public int ProfileRounds { get; init; } = 8;

    /// <summary>A profile round that moves at most one account in this many is the last.</summary>
    public int SettledAfter { get; init; } = 1000;

    /// <summary>Share of a fact's accounts an operator holds, for the fact to propose the operator to its other accounts.</summary>
    public double ProposeShare { get; init; } = 1.0 / 3;

    /// <summary>As <see cref="ProposeShare"/>, to accounts of other operators: pieces of one operator hold little of each other's facts.</summary>
    public double PieceShare { get; init; } = 0.1;

    /// <summary>Bounds, in bits, of what evidence that only confirms may say against and for.</summary>
    public double SoftLow { get; init; } = -2;

    /// <summary>See <see cref="SoftLow"/>.</summary>
    public double SoftHigh { get; init; } = 5;

    /// <summary>Most bits that payment may give.</summary>
    public double TokenHigh { get; init; } = 10;

    /// <summary>Share of an operator's uses of a facet that come from elsewhere, at most: one use is never a proof.</summary>
    public double MostEscape { get; init; } = 0.98;

    /// <summary>Facts of an account that count in full within a facet; more only sharpen the mean.</summary>
    public int FactsCounted { get; init; } = 3;

    /// <summary>People on one card, without a mail domain of their own, who are a household at most.</summary>
    public int HouseholdSize { get; init; } = 8;

    /// <summary>Share of a card's people who must have an address or a template for it to be where a company works.</summary>
    public double ColleagueShare { get; init; } = 0.25;

    /// <summary>Members whose strongest ties are written, by member.</summary>
    public int LinksPerMember { get; init; } = 3;

    /// <summary>Facts an operator is described by, at most.</summary>
    public int UsesPerOperator { get; init; } = 16;

    /// <summary>Records with errors: each is compared with so many others, those that share most with it.</summary>
    public int NearestRecords { get; init; } = 40;

    /// <summary>Records with errors: what more records than this share does not bring two together.</summary>
    public int MostSharing { get; init; } = 1000;

    /// <summary>Records with errors: of the rarity of a value that two records share, the part that counts.</summary>
    public double ValueRarity { get; init; } = 0.5;

    /// <summary>Records with errors: bits against that one pair of a cluster can have at most.</summary>
    public double LeastPairBits { get; init; } = 12;

    /// <summary>Records with errors: bits for that one pair of a cluster can have at most.</summary>
    public double MostPairBits { get; init; } = 20;
}
