using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>
/// For forms that want a fresh card login when they are sent. The page asks <c>IAuthorizationService</c> for an <see cref="EidRequirement"/> in its POST handler; where that
/// fails it keeps what was filled in as a draft of the account on the server, then returns <see cref="Challenge"/> with the draft's page. What was filled in travels in no state,
/// no address and no storage of the browser.
/// </summary>
public static class EidStepUp
{
    /// <summary>Sends the person to the card, bound to their session; returned by a page's handler, an action or an endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="returnUrl">The draft's page, an address of this site.</param>
    /// <param name="requirement">What was not satisfied; null: a card login of any age.</param>
    /// <exception cref="ArgumentException">The address is not one of this site.</exception>
    public static EidStepUpResult Challenge(HttpContext context, string returnUrl, EidRequirement? requirement = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!LocalAddress.IsLocal(returnUrl))
        {
            throw new ArgumentException("A step-up comes back to an address of this site.", nameof(returnUrl));
        }

        return new EidStepUpResult(context, requirement ?? new EidRequirement(), returnUrl);
    }
}
