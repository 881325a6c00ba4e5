using System.Net;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>A browser as the agent sees one: requests with the headers browsers add, redirects followed by hand. Any header can be changed to attack.</summary>
internal sealed class AgentBrowser(Uri agent) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public Uri Agent { get; } = agent;

    /// <summary>The person reads a consent page before the button to continue is pressed.</summary>
    public Action Reading { get; set; } = () => { };

    /// <summary>Opens an address in a window of its own and follows redirects.</summary>
    public async Task<AgentPage> OpenAsync(string address, params (string Name, string? Value)[] headers)
    {
        var page = await SendAsync(HttpMethod.Get, address, null, Merge(
            [("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Site", "cross-site")], headers));
        return page.Location is null ? page : await OpenAsync(page.Location, headers);
    }

    /// <summary>Submits a form of the agent's own page and follows the redirect.</summary>
    public async Task<AgentPage> SubmitAsync(AgentForm form, params (string Name, string? Value)[] headers)
    {
        if (form.Action.EndsWith("/continue", StringComparison.Ordinal))
        {
            Reading();
        }

        var page = await PostAsync(form.Action, new FormUrlEncodedContent(form.Fields), headers);
        return page.Location is null ? page : await OpenAsync(page.Location, ("Sec-Fetch-Site", "same-origin"));
    }

    /// <summary>Posts as a form of the agent's own page would.</summary>
    public Task<AgentPage> PostAsync(string address, HttpContent content, params (string Name, string? Value)[] headers) =>
        SendAsync(HttpMethod.Post, address, content, Merge(
            [
                ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Site", "same-origin"),
                ("Origin", Agent.GetLeftPart(UriPartial.Authority)),
            ],
            headers));

    /// <summary>Fetches as the page's own script would.</summary>
    public Task<AgentPage> FetchAsync(string address, params (string Name, string? Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, null, Merge(
            [("Sec-Fetch-Mode", "same-origin"), ("Sec-Fetch-Dest", "empty"), ("Sec-Fetch-Site", "same-origin")], headers));

    public async Task<AgentPage> SendAsync(HttpMethod method, string address, HttpContent? content, IEnumerable<(string Name, string? Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Agent, address)) { Content = content };
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new AgentPage(
            address,
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<(string Name, string? Value)> Merge((string Name, string? Value)[] usual, (string Name, string? Value)[] changed) =>
        usual.Where(header => !changed.Any(change => change.Name == header.Name)).Concat(changed);
}
