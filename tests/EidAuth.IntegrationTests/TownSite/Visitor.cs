using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>A browser as far as these tests need one: cookies by hand, no redirect followed by itself.</summary>
internal sealed partial class Visitor(Uri server, string language, IPAddress? from = null) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            // From an address of its own where the test says so: the town counts passwords by address.
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (from is not null)
            {
                socket.Bind(new IPEndPoint(from.MapToIPv6(), 0));
            }

            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>Name and value of each cookie; a test may capture and plant.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    /// <summary>Posts a form, with the antiforgery token that the form on <paramref name="page"/> carries.</summary>
    public async Task<Answer> PostFromAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await GetAsync(page)).Html);
        Assert.True(token.Success, $"{page} has no form with a token");
        return await PostAsync(path, [.. fields, ("__RequestVerificationToken", token.Groups[1].Value)]);
    }

    /// <summary>Submits the form with that id as the page has it.</summary>
    public Task<Answer> PostFormAsync(Answer page, string id, params (string Name, string Value)[] fields)
    {
        var form = Regex.Match(page.Html, $"""<form[^>]* id="{id}"[^>]*>.*?</form>""", RegexOptions.Singleline);
        Assert.True(form.Success, $"the page has no form {id}");
        var action = WebUtility.HtmlDecode(Regex.Match(form.Value, "action=\"([^\"]*)\"").Groups[1].Value);
        var hidden = Regex.Matches(form.Value, "<input[^>]*>").Where(input => input.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .Select(input => (Regex.Match(input.Value, "name=\"([^\"]*)\"").Groups[1].Value, WebUtility.HtmlDecode(Regex.Match(input.Value, "value=\"([^\"]*)\"").Groups[1].Value)));
        return PostAsync(action, [.. hidden, .. fields]);
    }

    public Task<Answer> PostAsync(string path, (string Name, string Value)[] fields, string? origin = null) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), origin);

    public Task<Answer> LogInAsync(string password = "voorbeeld-1234", string? returnUrl = null, string userName = "alex") =>
        PostFromAsync("/login", "/login" + (returnUrl is null ? "" : "?ReturnUrl=" + Uri.EscapeDataString(returnUrl)), ("UserName", userName), ("Password", password));

    public Task<Answer> LogOutAsync() => PostFromAsync("/me", "/logout");

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? origin)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = content };
        request.Headers.Host = RunningTown.Host;
        request.Headers.Add("Accept-Language", language);
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = header.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (header, "");
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return new Answer(
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
