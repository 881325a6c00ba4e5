namespace EidAuth.AspNetCore.Identity;

/// <summary>
/// Hears of each change of an account's ways in once it stands, so that the site mails the address it already had: whose card was linked by somebody else learns of it.
/// Register any number of them. One that throws is logged and undoes nothing.
/// </summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public interface IAccountNotice<in TUser>
    where TUser : class
{
    /// <summary>Called after the commit, within the request.</summary>
    /// <param name="user">The account as it is now.</param>
    /// <param name="kind"><see cref="EidAccountEventKind.Linked"/>, <see cref="EidAccountEventKind.Unlinked"/>, <see cref="EidAccountEventKind.RelinkCodeIssued"/> or <see cref="EidAccountEventKind.Relinked"/>.</param>
    /// <param name="scheme">The scheme it is about.</param>
    /// <param name="cancellation">The caller's.</param>
    Task ChangedAsync(TUser user, EidAccountEventKind kind, string scheme, CancellationToken cancellation);
}
