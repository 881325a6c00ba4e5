namespace EidAuth.Simulator.Cards;

/// <summary>
/// What the manuals leave open, or what cards and clients do beside them. A client must work with every combination; <see cref="Usual"/> is what most sources
/// describe.
/// </summary>
public sealed record CardHabits
{
    /// <summary>Nothing set.</summary>
    public static readonly CardHabits Usual = new();

    /// <summary>Refuses what the manuals refuse or do not name.</summary>
    public static readonly CardHabits Strict = new() { RefusesShortLe = true, RefusesBasicKey = true, WantsKeyDirectory = true, BlocksAtOnce = true };

    /// <summary>Takes what some card or soft card is known to take.</summary>
    public static readonly CardHabits Lenient = new() { SearchesDeeper = true, TakesLeAfterData = true };

    /// <summary>GET CARD DATA with an Le below its length is answered 6Cxx instead of the first bytes and 61xx.</summary>
    public bool RefusesShortLe { get; init; }

    /// <summary>MSE SET with key 81 is answered 6A88: it signs by INTERNAL AUTHENTICATE, which needs no environment.</summary>
    public bool RefusesBasicKey { get; init; }

    /// <summary>Up to 1.7, MSE SET outside DF00 is answered 6A88: the official middleware selects it "because required".</summary>
    public bool WantsKeyDirectory { get; init; }

    /// <summary>The wrong PIN that takes the last try is answered 6983 instead of 63C0.</summary>
    public bool BlocksAtOnce { get; init; }

    /// <summary>SELECT by identifier finds what is anywhere below the current directory, and the directories from everywhere.</summary>
    public bool SearchesDeeper { get; init; }

    /// <summary>An Le after the data, which T=0 does not have, is passed over instead of answered 6700.</summary>
    public bool TakesLeAfterData { get; init; }

    /// <summary>Files 4031 and 4033 begin with tag 00, the version of their structure, as card content 5.4 says and no public sample does.</summary>
    public bool WritesStructureVersion { get; init; }
}
