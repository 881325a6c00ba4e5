namespace EidAuth.AspNetCore.Identity;

/// <summary>When and how somebody logged in.</summary>
/// <param name="At">When.</param>
/// <param name="Method">The scheme, or what the site gave to <see cref="EidAccounts{TUser}.RecordLogInAsync"/>, for example <c>password</c>.</param>
public sealed record LastLogin(DateTimeOffset At, string Method);
