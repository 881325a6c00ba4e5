using EidAuth.AspNetCore.Startup;
using EidAuth.Login;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>
/// How a site takes logins with the Belgian eID card. <see cref="Origins"/>, <see cref="SiteId"/> and a pseudonym key are all a town must write; checked when
/// the site starts.
/// </summary>
public sealed class BelgianEidOptions : AuthenticationSchemeOptions
{
    /// <summary>The longest <see cref="LoginLifetime"/>.</summary>
    public static readonly TimeSpan MaximumLoginLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Makes options with every default.</summary>
    public BelgianEidOptions() => Events = new BelgianEidEvents();

    /// <summary>
    /// The site's addresses as citizens see them, for example <c>https://loket.example.be</c>: https, or http on a loopback host. A login is bound to one of
    /// these, never to what a request header says.
    /// </summary>
    public IList<string> Origins { get; } = [];

    /// <summary>
    /// A name for the site that never changes, for example <c>example.be/loket</c>, 1 to 128 characters without control characters. It goes into the
    /// pseudonym, so that moving to another domain loses nobody, and changing it makes strangers of everybody.
    /// </summary>
    public string? SiteId { get; set; }

    /// <summary>The pseudonym key: base64 of 32 random bytes (<c>openssl rand -base64 32</c>). This or <see cref="PseudonymKeyFile"/>.</summary>
    public string? PseudonymKey { get; set; }

    /// <summary>A file with the pseudonym key in base64, readable by the site alone. In Development one is made when neither is given.</summary>
    public string? PseudonymKeyFile { get; set; }

    /// <summary>A name for the key, so that subjects of two keys can be told apart after a change.</summary>
    public string PseudonymKeyId { get; set; } = "1";

    /// <summary>
    /// Several pseudonym keys, the newest first, instead of <see cref="PseudonymKey"/>, while accounts move from one to the next: the first makes the subject, the
    /// others let <see cref="EidTicket.Subjects"/> find who is known under an older one.
    /// </summary>
    public IList<BelgianEidPseudonymKey> PseudonymKeys { get; } = [];

    /// <summary>Which roots count.</summary>
    public BelgianEidTrust Trust { get; } = new();

    /// <summary>
    /// A folder of issuing CAs (<c>Citizen CA</c>, <c>Foreigner CA</c>) for tokens that carry the holder's certificate alone. Each counts only when it verifies under a
    /// pinned root. Null: only those the agent sends along.
    /// </summary>
    public string? IssuersFolder { get; set; }

    /// <summary>
    /// A folder of the site's own that keeps issuing CAs that came with a token or were fetched, once verified; made when missing, for the site's user alone. Each is
    /// verified again after a restart. Null: memory alone.
    /// </summary>
    public string? KeptIssuersFolder { get; set; }

    /// <summary>How the site finds out whether certificates are revoked, and what happens when nobody answers.</summary>
    public BelgianEidRevocation Revocation { get; } = new();

    /// <summary>Which fields of the card the site asks for beside the login; none without a word here.</summary>
    public BelgianEidFields Fields { get; } = new();

    /// <summary>The port of the agent on the citizen's computer.</summary>
    public int AgentPort { get; set; } = LoginFormat.AgentPort;

    /// <summary>
    /// Gives the national number as a claim. Its use needs a legal basis or an authorisation (law of 8 August 1983 on the National Register, art. 8); unauthorised
    /// use is punishable. Each release is then noted in the log (3015), without the number, also when the site's own event refuses the login.
    /// </summary>
    public bool IncludeNationalNumber { get; set; }

    /// <summary>
    /// Asks the agent to say when the card leaves the reader, and ends the session that began with it. Needs server sessions (<c>AddServerSessions</c>). The agent's consent
    /// page says so. It is for shared computers; the time limits of sessions stay what they are.
    /// </summary>
    public bool EndOnRemoval { get; set; }

    /// <summary>The value of the <c>acr</c> claim.</summary>
    public string Acr { get; set; } = "be-eid";

    /// <summary>
    /// The site's login page. A login that does not succeed ends here, with <c>?eid=</c> and one code of docs/failure-codes.md. Null: a plain page of this package.
    /// </summary>
    public PathString FailurePath { get; set; }

    /// <summary>The query parameter of <see cref="FailurePath"/> that carries the local address the person wanted; empty leaves it out.</summary>
    public string ReturnUrlParameter { get; set; } = "ReturnUrl";

    /// <summary>How long a login may take from the click to the signature; one to five minutes.</summary>
    public TimeSpan LoginLifetime { get; set; } = MaximumLoginLifetime;

    /// <summary>The scheme that keeps the person logged in, a cookie as a rule. Null: the default sign-in scheme.</summary>
    public string? SignInScheme { get; set; }

    /// <summary>What the site wants to hear or change.</summary>
    public new BelgianEidEvents Events
    {
        get => (BelgianEidEvents)base.Events!;
        set => base.Events = value;
    }

    /// <summary>The names of the pseudonym keys, the newest first; readable once the options are complete.</summary>
    public IReadOnlyList<string> SubjectKeyIds => Setup?.Pseudonym?.KeyIds ?? [];

    /// <summary>The sign-in scheme is the one that says who is logged in, not one that hands the proof to a page of the site.</summary>
    internal bool SignsInAtOnce { get; set; }

    /// <summary>What the other options come to; made once they are complete.</summary>
    internal SiteSetup? Setup { get; set; }
}
