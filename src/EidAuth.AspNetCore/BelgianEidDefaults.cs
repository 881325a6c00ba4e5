using EidAuth.Login;

namespace EidAuth.AspNetCore;

/// <summary>Names of the scheme.</summary>
public static class BelgianEidDefaults
{
    /// <summary>The scheme's name.</summary>
    public const string AuthenticationScheme = "BelgianEid";

    /// <summary>What a login page calls it.</summary>
    public const string DisplayName = "eID";

    /// <summary>The callback: its last segment is fixed by the protocol, a path base may stand before it.</summary>
    public const string CallbackPath = "/" + LoginFormat.CallbackSegment;

    /// <summary>The challenge cookie is this, followed by the attempt's id.</summary>
    public const string ChallengeCookiePrefix = "__Host-eid-";

    /// <summary>The query parameter of <see cref="BelgianEidOptions.FailurePath"/> that carries the code of a login that did not succeed.</summary>
    public const string FailureParameter = "eid";

    /// <summary>The named HttpClient that asks responders, list servers and repositories of the Belgian PKI.</summary>
    public const string PkiHttpClient = "EidAuth.Pki";

    /// <summary>The name of the meter (System.Diagnostics.Metrics); docs/towns.md lists its instruments.</summary>
    public const string Meter = "EidAuth.AspNetCore";
}
