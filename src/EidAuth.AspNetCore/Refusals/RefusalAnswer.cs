using EidAuth.Login;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EidAuth.AspNetCore.Refusals;

/// <summary>What a refusal looks like over HTTP: one decided answer for each.</summary>
internal static class RefusalAnswer
{
    /// <summary>
    /// A person whose login went wrong belongs on the login page. A request that no agent page made, or a site that is set up wrong, gets its status and a plain page.
    /// </summary>
    public static bool IsForTheLoginPage(EidRefusal refusal) => refusal is not EidRefusal.OfRequest
    {
        Reason: RequestRefusal.MethodNotAllowed or RequestRefusal.ContentTypeRefused or RequestRefusal.FormTooLarge or RequestRefusal.FormMalformed
            or RequestRefusal.OriginRefused or RequestRefusal.HostNotConfigured or RequestRefusal.ProxyNotConfigured,
    };

    /// <summary>The login page's address with the code, and where the person wanted to go.</summary>
    public static string LoginPage(PathString pathBase, BelgianEidOptions options, EidRefusal refusal, string? returnUrl)
    {
        var address = QueryHelpers.AddQueryString(pathBase + options.FailurePath, BelgianEidDefaults.FailureParameter, refusal.Code);
        return returnUrl is null or "/" || options.ReturnUrlParameter.Length == 0
            ? address
            : QueryHelpers.AddQueryString(address, options.ReturnUrlParameter, returnUrl);
    }

    /// <summary>The status of the plain page.</summary>
    public static int Status(EidRefusal refusal) => refusal switch
    {
        EidRefusal.OfRequest { Reason: RequestRefusal.MethodNotAllowed } => StatusCodes.Status405MethodNotAllowed,
        EidRefusal.OfRequest { Reason: RequestRefusal.ContentTypeRefused } => StatusCodes.Status415UnsupportedMediaType,
        EidRefusal.OfRequest { Reason: RequestRefusal.FormTooLarge } => StatusCodes.Status413PayloadTooLarge,
        EidRefusal.OfRequest { Reason: RequestRefusal.OriginRefused or RequestRefusal.RefusedBySite or RequestRefusal.AnotherPerson } => StatusCodes.Status403Forbidden,
        EidRefusal.OfRequest { Reason: RequestRefusal.ProxyNotConfigured } => StatusCodes.Status500InternalServerError,
        EidRefusal.OfRequest => StatusCodes.Status400BadRequest,
        EidRefusal.OfLogin { Reason: LoginRejection.OcspUnavailable or LoginRejection.IssuerUnknown } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status403Forbidden,
    };
}
