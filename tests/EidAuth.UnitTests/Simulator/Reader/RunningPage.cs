using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>The page on a free port, and requests to it with every header in the test's hand.</summary>
internal sealed partial class RunningPage : IAsyncDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly WebApplication app;

    private RunningPage(ReaderBench bench, WebApplication app) => (Bench, this.app) = (bench, app);

    public ReaderBench Bench { get; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<RunningPage> StartAsync(bool pinPad = true, params string[] citizens)
    {
        var bench = new ReaderBench(pinPad);
        var table = citizens.Length > 0 ? citizens : ["adult-18", "hostile-name", "one-try-left", "revoked"];
        var app = ReaderPage.Build(bench.Reader, table.ToDictionary(id => id, id => new Lazy<SimulatedCard>(() => bench.Card(id))), 0);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningPage(bench, app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<string> HtmlAsync(string path = "/?lang=en", params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The token of a page as a browser would have it.</summary>
    public async Task<string> TokenAsync() => Token().Match(await HtmlAsync()).Groups[1].Value;

    public Task<HttpResponseMessage> SubmitAsync(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), headers);

    /// <summary>A call of the control interface, with its header.</summary>
    public Task<HttpResponseMessage> CallAsync(string action, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/api/" + action, new StringContent(json, Encoding.UTF8, "application/json"), [("X-EidAuth-Reader", "1"), .. headers]);

    public async Task<JsonElement> PanelAsync(string query = "")
    {
        using var response = await GetAsync("/api/panel" + query, ("X-EidAuth-Reader", "1"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("PORT", Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        // Headers are enough for the event stream, which never ends.
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Bench.Dispose();
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
