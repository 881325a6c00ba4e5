namespace EidAuth.AspNetCore.LoginPart;

/// <summary>Another remote scheme of the site.</summary>
/// <param name="Name">What the person knows it by.</param>
/// <param name="Action">Where its form goes.</param>
internal sealed record OtherWay(string Name, string Action);
