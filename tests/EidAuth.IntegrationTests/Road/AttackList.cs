namespace EidAuth.IntegrationTests.Road;

/// <summary>What is played for each row of the table, by the row's first cell.</summary>
internal static class AttackList
{
    public static IReadOnlyDictionary<string, Func<RoadWorld, Task<AttackAnswer>>> All { get; } = new Dictionary<string, Func<RoadWorld, Task<AttackAnswer>>>
    {
        ["token for another origin"] = RoadAttacks.TokenForAnotherOriginAsync,
        ["same token twice"] = RoadAttacks.SameTokenTwiceAsync,
        ["same token twice, across a restart of the site"] = RoadAttacks.SameTokenAcrossRestartAsync,
        ["no challenge cookie"] = RoadAttacks.NoCookieAsync,
        ["challenge cookie planted from a sibling subdomain"] = RoadAttacks.PlantedCookieAsync,
        ["expired challenge"] = RoadAttacks.ExpiredChallengeAsync,
        ["fields widened in the URL"] = RoadAttacks.WidenedFieldsAsync,
        ["token posted by another page"] = RoadAttacks.PostedByAnotherPageAsync,
    };
}
