namespace EidAuth.AspNetCore.LoginPart;

/// <summary>The antiforgery field of a form.</summary>
internal sealed record FormToken(string Field, string Value);
