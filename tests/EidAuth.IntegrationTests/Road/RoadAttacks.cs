using Demo.Smoke;
using Xunit;

namespace EidAuth.IntegrationTests.Road;

/// <summary>Attacks for which agent, card, responder and site all have to be there.</summary>
internal static class RoadAttacks
{
    private const string ElsewherePath = "/signin-eid";

    /// <summary>A relay: evil.example shows the town's challenge as its own, the citizen agrees to log in there, and the attacker posts the token to the town.</summary>
    public static async Task<AttackAnswer> TokenForAnotherOriginAsync(RoadWorld world)
    {
        var challenge = await Challenge.StartAsync(world);
        var relayed = challenge.AgentAddress.AbsoluteUri.Replace(
            Uri.EscapeDataString(world.Town.GetLeftPart(UriPartial.Authority) + ElsewherePath), Uri.EscapeDataString("https://evil.example" + ElsewherePath),
            StringComparison.Ordinal);
        Assert.NotEqual(challenge.AgentAddress.AbsoluteUri, relayed);
        using var citizen = new LoopbackBrowser();
        return await challenge.PostAsync(world, (await world.SignAsync(citizen, new Uri(relayed))).Fields);
    }

    public static async Task<AttackAnswer> SameTokenTwiceAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        Assert.EndsWith("/me", (await challenge.PostAsync(world, fields)).Location, StringComparison.Ordinal);
        return await challenge.PostAsync(world, fields);
    }

    public static async Task<AttackAnswer> SameTokenAcrossRestartAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        Assert.EndsWith("/me", (await challenge.PostAsync(world, fields)).Location, StringComparison.Ordinal);
        await world.RestartTownAsync();
        return await challenge.PostAsync(world, fields);
    }

    public static async Task<AttackAnswer> NoCookieAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        return await (challenge with { Cookie = "other=1" }).PostAsync(world, fields);
    }

    /// <summary>
    /// Forced login: the attacker's own challenge and token, and a cookie of the challenge's name with Domain= from evil.town.example. Browsers refuse the
    /// __Host- name there; what gets through under another spelling, or beside a cookie that is there, does not count.
    /// </summary>
    public static async Task<AttackAnswer> PlantedCookieAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        var respelled = challenge with { Cookie = challenge.Cookie.Replace("__Host-", "__HOST-", StringComparison.Ordinal) };
        var doubled = challenge with { Cookie = $"{challenge.Cookie}; {challenge.Cookie}" };
        var answer = await respelled.PostAsync(world, fields);
        Assert.Equal(answer.Location, (await doubled.PostAsync(world, fields)).Location);
        return answer;
    }

    public static async Task<AttackAnswer> ExpiredChallengeAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        world.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        return await challenge.PostAsync(world, fields);
    }

    /// <summary>The page between asks the agent for more than the site did; what comes of it is dropped unread, and the login is an ordinary one.</summary>
    public static async Task<AttackAnswer> WidenedFieldsAsync(RoadWorld world)
    {
        var challenge = await Challenge.StartAsync(world);
        using var citizen = new LoopbackBrowser();
        var form = await world.SignAsync(citizen, new Uri(challenge.AgentAddress.AbsoluteUri + "&fields=identity,address,photo"));
        return await challenge.PostAsync(world, [.. form.Fields, new("identity", "QUJD"), new("address", "QUJD")]);
    }

    public static async Task<AttackAnswer> PostedByAnotherPageAsync(RoadWorld world)
    {
        var (challenge, fields) = await SignedAsync(world);
        return await challenge.PostAsync(world, fields, "https://evil.example");
    }

    private static async Task<(Challenge Challenge, IReadOnlyList<KeyValuePair<string, string>> Fields)> SignedAsync(RoadWorld world)
    {
        var challenge = await Challenge.StartAsync(world);
        using var citizen = new LoopbackBrowser();
        return (challenge, (await world.SignAsync(citizen, challenge.AgentAddress)).Fields);
    }
}
