namespace EidAuth.AspNetCore;

/// <summary>Which roots a card's certificate may lead to. Without a word here: Belgium Root CA4 and Root CA6, pinned.</summary>
public sealed class BelgianEidTrust
{
    /// <summary>A folder of test roots, or null. Bound from <c>Eid:Trust:TestAnchorsFolder</c>.</summary>
    public string? TestAnchorsFolder { get; set; }

    /// <summary>
    /// Refuses certificates under Root CA6 whose policy is not on the list. Left off, they are accepted and logged (3034), because public sources disagree about these
    /// policies; signature certificates are refused either way.
    /// </summary>
    public bool RefuseUnlistedPolicies { get; set; }

    /// <summary>
    /// Trusts the roots in a folder instead of the Belgian ones. Every login then says TEST TRUST in log and claims, and a site with an origin that is not a
    /// loopback host refuses to start.
    /// </summary>
    /// <param name="folder">For example the simulator's <c>~/.local/share/eidauth-sim/pki/anchors</c>.</param>
    public void UseTestAnchors(string folder) => TestAnchorsFolder = folder;
}
