namespace EidAuth.IntegrationTests.Attacks;

/// <summary>What is played for each row of the table, by the row's first cell.</summary>
internal static class AttackList
{
    public static IReadOnlyDictionary<string, Func<AttackWorld, Task<AttackAnswer>>> All { get; } = new Dictionary<string, Func<AttackWorld, Task<AttackAnswer>>>
    {
        ["foreign Host"] = AgentAttacks.ForeignHostAsync,
        ["cross-origin fetch"] = AgentAttacks.CrossOriginFetchAsync,
        ["frame"] = AgentAttacks.FrameAsync,
        ["consent form posted by another site"] = AgentAttacks.CrossOriginPostAsync,
        ["consent form without the page's token"] = AgentAttacks.PostWithoutPageTokenAsync,
        ["another user of this machine"] = AgentAttacks.AnotherUserAsync,
        ["return_to with another last segment"] = world => AgentAttacks.ReturnToAsync(world, "https://loket.example.be/comments"),
        ["return_to with a query"] = world => AgentAttacks.ReturnToAsync(world, "https://loket.example.be/signin-eid?next=/"),
        ["return_to with user info"] = world => AgentAttacks.ReturnToAsync(world, "https://loket.example.be@evil.example/signin-eid"),
        ["return_to with another scheme"] = world => AgentAttacks.ReturnToAsync(world, "javascript://loket.example.be/signin-eid"),
        ["return_to http to a host that is not loopback"] = world => AgentAttacks.ReturnToAsync(world, "http://loket.example.be/signin-eid"),
        ["second login while one runs"] = AgentAttacks.SecondLoginAsync,
        ["oversized form at the agent"] = AgentAttacks.OversizedFormAsync,
        ["token for another origin"] = TownAttacks.TokenForAnotherOriginAsync,
        ["same token twice"] = TownAttacks.SameTokenTwiceAsync,
        ["same token twice, across a restart of the site"] = TownAttacks.SameTokenAcrossRestartAsync,
        ["no challenge cookie"] = TownAttacks.NoCookieAsync,
        ["challenge cookie planted from a sibling subdomain"] = TownAttacks.PlantedCookieAsync,
        ["expired challenge"] = TownAttacks.ExpiredChallengeAsync,
        ["fields widened in the URL"] = TownAttacks.WidenedFieldsAsync,
        ["token posted by another page"] = TownAttacks.PostedByAnotherPageAsync,
        ["oversized form at the site"] = TownAttacks.OversizedFormAsync,
    };
}
