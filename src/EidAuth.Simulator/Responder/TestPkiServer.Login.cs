using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace EidAuth.Simulator.Responder;

/// <summary>What card and agent do for a login.</summary>
public sealed partial class TestPkiServer
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SimulatedCard> cards = new(StringComparer.Ordinal);

    /// <summary>
    /// A whole login at a site: asks for the page that begins it, signs what the site asks of the agent, and sends it back as the browser would. The answer is the
    /// site's to that: a redirect inwards with a session cookie, or one to its failure page with the code.
    /// </summary>
    /// <param name="site">With the site's address as BaseAddress, following no redirects and keeping no cookies.</param>
    /// <param name="loginPath">The page whose answer leads to the agent, for example /login/eid.</param>
    /// <param name="citizen">For example adult-18 or adult-17.</param>
    /// <param name="cancellation">Ends the login.</param>
    /// <exception cref="ArgumentException">No such citizen, or the citizen's card does not sign.</exception>
    /// <exception cref="InvalidOperationException">The page did not lead to the agent.</exception>
    public async Task<HttpResponseMessage> LogInAsync(HttpClient site, string loginPath, string citizen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var start = await site.GetAsync(new Uri(loginPath, UriKind.Relative), cancellation);
        if (start.Headers.Location is not { IsAbsoluteUri: true } agent
            || !LoginRequest.TryParse(QueryHelpers.ParseQuery(agent.Query).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value!)), out var request, out _))
        {
            throw new InvalidOperationException($"{loginPath} answered {(int)start.StatusCode} and no redirect to the agent; the client must follow none.");
        }

        var login = SignLogin(citizen, request!.ReturnTo.Origin.Value, request.Nonce);
        using var form = new FormUrlEncodedContent([new("state", request.State), new("token", login.Token), new("chain", login.Chain)]);
        using var back = new HttpRequestMessage(HttpMethod.Post, new Uri(request.ReturnTo.Uri.PathAndQuery, UriKind.Relative)) { Content = form };
        back.Headers.Add(HeaderNames.Origin, agent.GetLeftPart(UriPartial.Authority));
        if (start.Headers.TryGetValues(HeaderNames.SetCookie, out var cookies))
        {
            back.Headers.Add(HeaderNames.Cookie, string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        }

        return await site.SendAsync(back, cancellation);
    }

    /// <summary>What a citizen's card and the agent send back for a challenge.</summary>
    /// <param name="citizen">For example adult-18 or adult-17; each call uses the same card.</param>
    /// <param name="origin">The site's, for example https://loket.example.be.</param>
    /// <param name="nonce">The challenge, base64 of 32 bytes.</param>
    /// <exception cref="ArgumentException">No such citizen or no origin, or the citizen's card does not sign.</exception>
    public SimulatedLogin SignLogin(string citizen, string origin, string nonce)
    {
        if (!Citizen.All.TryGetValue(citizen, out var holder))
        {
            throw new ArgumentException($"There is no citizen {citizen}.", nameof(citizen));
        }

        if (!Origin.TryParse(origin, out var parsed))
        {
            throw new ArgumentException("An origin is scheme, host and perhaps port, for example https://loket.example.be.", nameof(origin));
        }

        // A card does one thing at a time.
        lock (gate)
        {
            if (!cards.TryGetValue(citizen, out var card))
            {
                cards[citizen] = card = Pki.IssueCard(holder);
            }

            var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: false, clock);
            reader.Insert(card);
            using var session = BelpicSession.Open(reader.Connect(reader.Name));
            return session.SignLogin(new LoginMessage(parsed!, nonce), Encoding.ASCII.GetBytes(holder.Pin)) is LoginSignature.Completed signed
                ? new SimulatedLogin(
                    signed.Token.ToJson(),
                    CertificateBag.ToJson([session.ReadCertificate(CertificateFile.IssuingCa)!, session.ReadCertificate(CertificateFile.Root)!]))
                : throw new ArgumentException($"The card of {citizen} does not sign.", nameof(citizen));
        }
    }
}
