using System.Net;
using Xunit;

namespace EidAuth.IntegrationTests.Road;

/// <summary>Requests with whatever headers an attacker likes: no cookies kept, no redirects followed.</summary>
internal static class Wire
{
    private static readonly HttpMessageInvoker Http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });

    /// <summary>What a browser says of a page opened in a window of its own.</summary>
    public static IReadOnlyDictionary<string, string> Navigation { get; } = new Dictionary<string, string>
    {
        ["Sec-Fetch-Mode"] = "navigate",
        ["Sec-Fetch-Dest"] = "document",
        ["Sec-Fetch-Site"] = "cross-site",
    };

    public static Task<AttackAnswer> GetAsync(Uri address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, headers, null);

    public static Task<AttackAnswer> PostAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> form, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, address, headers, new FormUrlEncodedContent(form));

    private static async Task<AttackAnswer> SendAsync(HttpMethod method, Uri address, (string Name, string Value)[] headers, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in Navigation)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new AttackAnswer((int)response.StatusCode, body, response.Headers.Location?.OriginalString);
    }
}
