using Microsoft.AspNetCore.Identity;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>The account of a site in these tests.</summary>
internal sealed class Person : IdentityUser
{
    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public bool IsDisabled { get; set; }
}
