using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>A whole login that revocation lists alone can clear: nobody answers OCSP. One change to it, and what comes of that.</summary>
/// <param name="Id">C with its number.</param>
/// <param name="Title">The change in words.</param>
/// <param name="IsRsa">With RSA all the way down.</param>
/// <param name="Change">The change.</param>
/// <param name="Expected">The rejection; null for an accepted login.</param>
internal sealed record ListCase(string Id, string Title, bool IsRsa, Action<ListLogin> Change, LoginRejection? Expected)
{
    /// <summary>Runs it with the change.</summary>
    public void Check()
    {
        var login = new ListLogin(IsRsa);
        Change(login);

        Assert.Equal(Expected, login.Run() is LoginOutcome.Rejected rejected ? rejected.Reason : null);
    }

    /// <summary>Runs it without.</summary>
    public void CheckTwin()
    {
        var accepted = Assert.IsType<LoginOutcome.Accepted>(new ListLogin(IsRsa).Run());

        Assert.Equal((RevocationSource.Crl, RevocationSource.Crl, false), (accepted.Login.HolderEvidence.Source, accepted.Login.IssuerEvidence.Source, accepted.Login.IsGrace));
    }
}
