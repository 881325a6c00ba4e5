namespace EidAuth.AspNetCore.LoginPart;

/// <summary>The form of the way with a password.</summary>
/// <param name="Action">Where it goes, an address of this site.</param>
/// <param name="UserNameField">Its field for the user name.</param>
/// <param name="PasswordField">Its field for the password.</param>
/// <param name="UserName">Typed before; a password never is.</param>
/// <param name="Problem">What was wrong.</param>
internal sealed record PasswordForm(string Action, string UserNameField, string PasswordField, string? UserName, string? Problem);
