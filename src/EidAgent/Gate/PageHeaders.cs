using System.Buffers.Text;
using System.Security.Cryptography;
using EidAuth.Login;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>The headers of every answer. There is never a CORS header: no other origin reads anything here.</summary>
internal static class PageHeaders
{
    /// <summary>Sets them, with a policy under which nothing is shown, run or posted.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), usb=()";

        // The site compares Origin on its callback: no-referrer would make it "null".
        headers["Referrer-Policy"] = "strict-origin";
    }

    /// <summary>Allows a page that only tells something its own style. Returns the nonce.</summary>
    public static string AllowStyle(IHeaderDictionary headers)
    {
        var nonce = NewNonce();
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
        return nonce;
    }

    /// <summary>Allows one page its own style and script, and its form the one origin it may post to. Returns the nonce.</summary>
    public static string AllowPage(IHeaderDictionary headers, Origin? returnTo)
    {
        var nonce = NewNonce();
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; "
            + $"form-action 'self'{(returnTo is null ? "" : " " + returnTo.Value)}; frame-ancestors 'none'; base-uri 'none'";
        return nonce;
    }

    private static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
