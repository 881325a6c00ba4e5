using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EidAgent.Gate;
using EidAgent.Pages;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Ports;

/// <summary>What the system part answers where no agent took the connection: the same bytes for everybody. The code <see cref="Code"/> is in docs/failure-codes.md.</summary>
internal static class StoppedAgentPage
{
    public const string Code = "agent_not_running";

    /// <summary>The whole answer, status line to last byte. The connection ends after it.</summary>
    public static ReadOnlyMemory<byte> Response { get; } = Compose();

    private static byte[] Compose()
    {
        var style = PageLayout.Style.Markup;
        var page = SituationPage.Document(UiLanguage.Dutch, text => text.NotRunning, Code, Html.Of($"<style>{PageLayout.Style}</style>")).Markup;
        IHeaderDictionary headers = new HeaderDictionary();
        PageHeaders.Set(headers);
        headers.ContentType = "text/html; charset=utf-8";
        headers.ContentLength = Encoding.UTF8.GetByteCount(page);
        headers.Connection = "close";

        // One fixed page needs no nonce: its style is named by its hash.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
        var response = new StringBuilder("HTTP/1.1 503 Service Unavailable\r\n");
        foreach (var (name, value) in headers)
        {
            response.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return Encoding.UTF8.GetBytes(response.Append("\r\n").Append(page).ToString());
    }
}
