using System.Security.Claims;
using EidAuth.AspNetCore.Sessions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>How the person logged in outlives a principal that is made anew.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LoginFactsTests
{
    [Fact]
    public void What_was_proven_is_carried_and_what_the_new_principal_says_itself_stays()
    {
        var to = new ClaimsPrincipal(Identity("account", (ClaimTypes.NameIdentifier, "7"), (ClaimTypes.Role, "officer"), ("acr", "new")));
        LoginFacts.Carry(
            new(Identity("account", (ClaimTypes.NameIdentifier, "7"), (ClaimTypes.Role, "citizen"), ("acr", "be-eid"), ("amr", "sc"), ("amr", "pin"), ("eid:proven_at", "1772442000"))), to);
        Assert.Equal("7 officer new sc pin 1772442000", string.Join(' ', to.Claims.Select(claim => claim.Value)));
    }

    [Fact]
    public void Each_provider_keeps_an_identity_of_its_own()
    {
        var from = new ClaimsPrincipal([Identity("account", (ClaimTypes.NameIdentifier, "7")), Identity("oidc", ("acr", "high"), ("eid:proven_at", "1772442000"))]);
        var to = new ClaimsPrincipal(Identity("account", (ClaimTypes.NameIdentifier, "7")));
        LoginFacts.Carry(from, to);
        Assert.Equal(["account", "oidc"], to.Identities.Select(identity => identity.AuthenticationType));
        Assert.False(to.Identities.First().HasClaim(claim => claim.Type == "eid:proven_at"));

        LoginFacts.Carry(from, to);
        Assert.Equal(2, to.Identities.Count());
    }

    [Fact]
    public void Another_account_gets_nothing()
    {
        var to = new ClaimsPrincipal(Identity("account", (ClaimTypes.NameIdentifier, "8")));
        LoginFacts.Carry(new(Identity("account", (ClaimTypes.NameIdentifier, "7"), ("amr", "sc"))), to);
        Assert.Single(to.Claims);
    }

    private static ClaimsIdentity Identity(string type, params (string Type, string Value)[] claims) =>
        new(claims.Select(claim => new Claim(claim.Type, claim.Value)), type);
}
