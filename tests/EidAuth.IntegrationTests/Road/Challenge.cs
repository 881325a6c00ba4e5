using System.Net;
using Xunit;

namespace EidAuth.IntegrationTests.Road;

/// <summary>A challenge of the town with its cookie in the attacker's hands.</summary>
/// <param name="AgentAddress">Where the town sends the browser.</param>
/// <param name="Cookie">The Cookie header that belongs to it.</param>
internal sealed record Challenge(Uri AgentAddress, string Cookie)
{
    public static async Task<Challenge> StartAsync(RoadWorld world)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(world.Town, "eid"));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), header => header.StartsWith("__Host-eid-", StringComparison.Ordinal));
        return new Challenge(response.Headers.Location!, cookie.Split(';')[0]);
    }

    /// <summary>Posts to the callback as the agent's page would, or as another one.</summary>
    public Task<AttackAnswer> PostAsync(RoadWorld world, IEnumerable<KeyValuePair<string, string>> fields, string? origin = null) => Wire.PostAsync(
        new Uri(world.Town, "signin-eid"), fields, ("Origin", origin ?? world.Agent.GetLeftPart(UriPartial.Authority)), ("Cookie", Cookie));
}
