using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>A browser as far as a login needs one: keeps cookies of one host, follows nothing by itself, posts like the agent's page.</summary>
internal sealed class Browser(TestServer server, Uri site)
{
    public const string AgentOrigin = "http://127.0.0.1:35353";

    /// <summary>Name and value of each cookie; a test may plant and spoil.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
        return await SendAsync(request);
    }

    /// <summary>Asks for a login and reads what the agent is sent.</summary>
    public async Task<Attempt> StartLoginAsync(string path = "/eid?to=/me")
    {
        var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return new Attempt(response.Headers.Location!, QueryHelpers.ParseQuery(response.Headers.Location!.Query));
    }

    /// <summary>Posts to the callback as the agent's page does; <paramref name="origin"/> null leaves the header out.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        IEnumerable<KeyValuePair<string, string>> fields, string? origin = AgentOrigin, string path = "/signin-eid")
    {
        using var content = new FormUrlEncodedContent(fields);
        return await PostAsync(content, origin, path);
    }

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? origin = AgentOrigin, string path = "/signin-eid")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, path)) { Content = content };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = server.CreateClient();
        client.Timeout = TimeSpan.FromMinutes(1);
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in SetCookies(response))
        {
            Keep(cookie);
        }

        return response;
    }

    public static IReadOnlyList<SetCookieHeaderValue> SetCookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var values) ? [.. SetCookieHeaderValue.ParseList([.. values])] : [];

    private void Keep(SetCookieHeaderValue cookie)
    {
        if (cookie.Value.Length == 0 || cookie.MaxAge <= TimeSpan.Zero)
        {
            Cookies.Remove(cookie.Name.ToString());
        }
        else
        {
            Cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }
    }
}
