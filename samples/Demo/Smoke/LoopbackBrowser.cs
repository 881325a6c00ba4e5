using System.Net;

namespace Demo.Smoke;

/// <summary>
/// As much of a browser as a login over redirects and form posts needs, for loopback only: cookies, navigation headers, redirects by hand.
/// </summary>
/// <remarks>
/// Browsers keep Secure cookies on http://localhost; CookieContainer does not send them. So Secure is cleared after it was seen to be there: a site that forgot
/// <c>Secure; SameSite=None</c>, which browsers would punish, fails here too.
/// </remarks>
internal sealed class LoopbackBrowser : IDisposable
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(750);

    private readonly CookieContainer cookies = new();
    private readonly HttpMessageInvoker http;
    private Uri? current;

    public LoopbackBrowser() =>
        http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, UseProxy = false });

    /// <summary>The page at the end of the redirects.</summary>
    public Task<Page> GetAsync(Uri address, CancellationToken cancellation) => NavigateAsync(HttpMethod.Get, address, null, cancellation);

    /// <summary>Submits a form as its page would. The agent counts no consent that comes sooner than somebody can read.</summary>
    public async Task<Page> SubmitAsync(HtmlForm form, CancellationToken cancellation)
    {
        if (form.Action.AbsolutePath.EndsWith("/continue", StringComparison.Ordinal))
        {
            await Task.Delay(ReadingTime, cancellation);
        }

        return await NavigateAsync(HttpMethod.Post, form.Action, form.Fields, cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<Page> NavigateAsync(
        HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? fields, CancellationToken cancellation)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            if (!address.IsLoopback)
            {
                throw new SmokeFailure("navigate", "the road left this machine");
            }

            using var request = Request(method, address, fields);
            using var response = await http.SendAsync(request, cancellation);
            KeepCookies(response);
            current = address;
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399)
            {
                return new Page(address, response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
            }

            (method, address, fields) = (HttpMethod.Get, new Uri(address, location), null);
        }

        throw new SmokeFailure("navigate", "more than ten redirects");
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        request.Headers.Add("Sec-Fetch-Site", Site(address));
        if (fields is not null)
        {
            request.Content = new FormUrlEncodedContent(fields);
            request.Headers.Add("Origin", current!.GetLeftPart(UriPartial.Authority));
        }

        return request;
    }

    private string Site(Uri address) =>
        current is null ? "none"
        : current.Authority == address.Authority ? "same-origin"
        : current.Host == address.Host ? "same-site"
        : "cross-site";

    private void KeepCookies(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var headers))
        {
            var careless = headers.FirstOrDefault(header =>
                header.StartsWith("__Host-eid-", StringComparison.Ordinal)
                && !(header.Contains("secure", StringComparison.OrdinalIgnoreCase)
                    && header.Contains("samesite=none", StringComparison.OrdinalIgnoreCase)
                    && header.Contains("httponly", StringComparison.OrdinalIgnoreCase)));
            if (careless is not null)
            {
                throw new SmokeFailure("challenge cookie", "it lacks Secure, HttpOnly or SameSite=None: no browser would send it with the token");
            }
        }

        foreach (var cookie in cookies.GetAllCookies().Cast<Cookie>())
        {
            cookie.Secure = false;
        }
    }
}
