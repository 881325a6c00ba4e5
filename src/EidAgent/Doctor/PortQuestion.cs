using System.Globalization;
using System.Net;
using System.Text;
using EidAgent.Gate;
using EidAgent.Pages;
using EidAgent.Ports;

namespace EidAgent.Doctor;

/// <summary>Opens the agent's first page as a browser of this user does, and tells from the answer who gave it. Starts an agent that is started by connections.</summary>
internal static class PortQuestion
{
    private const int LongestPage = 128 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<PortAnswer> AskAsync(int port, TimeProvider clock, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 16 });
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/?lang=en"));
        foreach (var (name, value) in new[] { ("Mode", "navigate"), ("Dest", "document"), ("Site", "none") })
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-" + name, value);
        }

        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return Judge(response.StatusCode, await ReadAsync(response.Content, either.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return PortAnswer.None;
        }
    }

    internal static PortAnswer Judge(HttpStatusCode status, string page) => status switch
    {
        HttpStatusCode.OK when page.Contains($"<h1>{Html.Encode(EnglishTexts.All.Home.Heading)}</h1>", StringComparison.Ordinal) => PortAnswer.OwnAgent,
        HttpStatusCode.Forbidden when Names(page, AgentRefusal.AnotherUser.Code()) => PortAnswer.AnotherUser,
        HttpStatusCode.ServiceUnavailable when Names(page, StoppedAgentPage.Code) => PortAnswer.NoAgent,
        _ => PortAnswer.Other,
    };

    private static bool Names(string page, string code) => page.Contains($"<code>{code}</code>", StringComparison.Ordinal);

    // Whoever answers may be anybody.
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var page = new byte[LongestPage];
        var length = await stream.ReadAtLeastAsync(page, page.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(page, 0, length);
    }
}
