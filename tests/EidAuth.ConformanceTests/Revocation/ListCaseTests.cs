using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>The list's cases through whole logins: what a list comes to is what the login comes to.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ListCaseTests
{
    private const string Address = "http://127.0.0.1:8888/citizen.crl";

    internal static readonly ListCase[] Cases =
    [
        new("C1", "a login by a list whose signature was altered", false, s => s.Holder.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspUnavailable),
        new("C1", "a login by a list whose signature was altered (RSA)", true, s => s.Holder.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspUnavailable),
        new("C1", "a login by a root's list whose signature was altered", false, s => s.Issuer.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspUnavailable),
        new("C2", "a login by a list of the CA's name and another key", false, s => s.Holder.Key = ForgeKey.P384(5), LoginRejection.OcspUnavailable),
        new("C2", "a login by the root's list at the CA's address", false, s => s.Holder = s.Issuer, LoginRejection.OcspUnavailable),
        new("C2", "a login by the CA's list at the root's address", false, s => s.Issuer = s.Holder, LoginRejection.OcspUnavailable),
        new("C3", "a login of somebody listed", false, s => s.List(), LoginRejection.CertificateRevoked),
        new("C3", "a login of somebody listed (RSA)", true, s => s.List(ForgedCrl.Reason(1)), LoginRejection.CertificateRevoked),
        new("C3", "a login of somebody listed with a leading zero", false, s => s.Holder.Entries = [ForgedCrl.Entry([0, .. s.Login.Leaf.SerialNumber], s.Now)], LoginRejection.CertificateRevoked),
        new("C3", "a login of the last of 100,000", false, s => s.Holder.Entries = [.. Others(s, 99_999), ForgedCrl.Entry(s.Login.Leaf.SerialNumber, s.Now)], LoginRejection.CertificateRevoked),
        new("C4", "a login of somebody on hold", false, s => s.List(ForgedCrl.Reason(6)), LoginRejection.CertificateOnHold),
        new("C4", "a login of somebody with removeFromCRL in a list that is no delta", false, s => s.List(ForgedCrl.Reason(8)), LoginRejection.CertificateRevoked),
        new("C5", "a login by a list that ended", false, s => s.Holder.NextUpdate = s.Now.AddSeconds(-60), LoginRejection.OcspUnavailable),
        new("C5", "a login by a list without end", false, s => s.Holder.NextUpdate = null, LoginRejection.OcspUnavailable),
        new("C5", "a login by a list from the future", false, s => s.Holder.ThisUpdate = s.Now.AddSeconds(61), LoginRejection.OcspUnavailable),
        new("C5", "a login by a root's list of last year", false, s => (s.Issuer.ThisUpdate, s.Issuer.NextUpdate) = (s.Now.AddDays(-365), s.Now.AddDays(4)), LoginRejection.OcspUnavailable),
        new("C5", "a login by a root's list of half a year ago that lasts", false, s => (s.Issuer.ThisUpdate, s.Issuer.NextUpdate) = (s.Now.AddDays(-180), s.Now.AddDays(4)), null),
        new("C7", "a login by a list of changes", false, s => s.Holder.With(Forge.DeltaCrlIndicator, Der.Number(1), critical: true), LoginRejection.OcspUnavailable),
        new("C8", "a login by a list of CA certificates", false, s => s.Scope(Der.Implicit(2, [0xFF])), LoginRejection.OcspUnavailable),
        new("C8", "a login by a list of some reasons", false, s => s.Scope(Der.Implicit(3, [0x05, 0x60])), LoginRejection.OcspUnavailable),
        new("C8", "a login by a list of other CAs' entries", false, s => s.Scope(Der.Implicit(4, [0xFF])), LoginRejection.OcspUnavailable),
        new("C8", "a login by another part of the CA's list", false, s => s.Scope(Point(Address + "2")), LoginRejection.OcspUnavailable),
        new("C8", "a login by the part that the certificate names", false, s => s.Scope(Point(Address)), null),
        new("C8", "a login of somebody in the part that his certificate names", false, s => { s.List(); s.Scope(Point(Address)); }, LoginRejection.CertificateRevoked),
        new("C8", "a login by a root's list of CA certificates", false, s => s.Issuer.With(Forge.IssuingDistributionPoint, Der.Sequence(Der.Implicit(2, [0xFF])), critical: true), null),
        new("C9", "a login by a list with an unknown critical extension", false, s => s.Holder.With("1.2.3.4.5", Der.Null, critical: true), LoginRejection.OcspUnavailable),
        new("C9", "a login by a list with an unknown critical extension of somebody's entry", false, s => s.Holder.Entries = [ForgedCrl.Entry([1], s.Now, ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true))], LoginRejection.OcspUnavailable),
        new("C10", "a login by a list of version 1", false, s => s.Holder.AsVersion1(), LoginRejection.OcspUnavailable),
        new("C10", "a login by a root's list of version 1 with SHA-1, as until 2017", true, s => s.Issuer.AsVersion1().Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.OcspUnavailable),
        new("C10", "a login by a list signed with SHA-1", true, s => s.Holder.Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.OcspUnavailable),
        new("C11", "a login under a CA without cRLSign", false, s => s.Login.Ca.With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true), LoginRejection.OcspUnavailable),
        new("C12", "a login by a list that was cut off", false, s => s.Holder.ChangeEncoded = x => x[..^1], LoginRejection.OcspUnavailable),
        new("C12", "a login by a list larger than is read", false, s => { s.Login.Lists = new CrlStore(limits: new CrlLimits(100_000, 1000)); s.Holder.Entries = Others(s, 5_000); }, LoginRejection.OcspUnavailable),
        new("C12", "a login by a page in HTML", false, s => s.Holder.ChangeEncoded = _ => Der.Ascii("<html></html>"), LoginRejection.OcspUnavailable),
        new("C13", "a login under a CA that its root's list has", false, s => s.ListIssuer(), LoginRejection.IssuerRevoked),
        new("C13", "a login under a CA that its root's list has (RSA)", true, s => s.ListIssuer(ForgedCrl.Reason(2)), LoginRejection.IssuerRevoked),
        new("C13", "a login under a CA on hold on its root's list", false, s => s.ListIssuer(ForgedCrl.Reason(6)), LoginRejection.IssuerRevoked),
        new("C13", "a login under a CA that its root's list has, and its responder does not", false, s => { s.ListIssuer(); s.Login.RootResponderIsDown = false; s.Login.HeldIssuerList = s.Login.IssuerList; }, LoginRejection.IssuerRevoked),
    ];

    public static IEnumerable<TheoryDataRow<int>> Rows() =>
        Cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{item.Id}: {item.Title}" });

    public static IEnumerable<TheoryDataRow<int>> TwinRows() =>
        Cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{item.Id}+: without that: {item.Title}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Case(int index) => Cases[index].Check();

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Twin(int index) => Cases[index].CheckTwin();

    [Fact(DisplayName = "C6: a login by an older list than the site has")]
    public void Rolled_back()
    {
        var login = new ListLogin(isRsa: false);
        login.List(ForgedCrl.Reason(6));
        Assert.Equal(LoginRejection.CertificateOnHold, Assert.IsType<LoginOutcome.Rejected>(login.Run()).Reason);

        // The older one, without the entry: on offer once the site looks again.
        login.Holder = ForgedCrl.Of(login.Login.Ca, login.Now);
        login.Holder.ThisUpdate = login.Now.AddHours(-2);
        login.Login.Later = login.Now.AddHours(2);
        Assert.Equal(LoginRejection.CertificateOnHold, Assert.IsType<LoginOutcome.Rejected>(login.Run()).Reason);
        Assert.Equal(2, login.Login.Asked.Count(asked => asked == "holder crl"));
    }

    [Fact(DisplayName = "C6+: a login by a newer list than the site has")]
    public void Rolled_forward()
    {
        var login = new ListLogin(isRsa: false);
        login.List(ForgedCrl.Reason(6));
        Assert.Equal(LoginRejection.CertificateOnHold, Assert.IsType<LoginOutcome.Rejected>(login.Run()).Reason);

        login.Login.Later = login.Now.AddHours(2);
        login.Holder = ForgedCrl.Of(login.Login.Ca, login.Login.Later.Value).With(Forge.CrlNumber, Der.Number(0x10, 0xE2));
        Assert.IsType<LoginOutcome.Accepted>(login.Run());
    }

    [Fact(DisplayName = "C6: a login by an older list, after a restart")]
    public async Task Rolled_back_over_a_restart()
    {
        using var folder = new CertificateFiles([]);
        var login = new ListLogin(isRsa: false);
        login.Login.Lists = new CrlStore(folder.Path);
        login.List();
        Assert.Equal(LoginRejection.CertificateRevoked, Assert.IsType<LoginOutcome.Rejected>(login.Run()).Reason);

        login.Login.Lists = new CrlStore(folder.Path);
        var pending = Assert.IsType<LoginVerdict.Pending>(login.Login.Verify()).Login;
        Assert.Equal(1, await login.Login.Lists.LoadAsync(pending.Holder.Crl, login.Now, TestContext.Current.CancellationToken));
        login.Holder = ForgedCrl.Of(login.Login.Ca, login.Now);
        login.Holder.ThisUpdate = login.Now.AddHours(-2);

        Assert.Equal(CrlDefect.RolledBack, login.Login.Take(pending.Holder.Crl, login.Holder.Encode(), login.Now).Defect);
        Assert.Equal(LoginRejection.CertificateRevoked, Assert.IsType<LoginOutcome.Rejected>(login.Run()).Reason);
    }

    [Fact]
    public async Task A_list_out_of_the_folder_is_fetched_again_before_it_clears_somebody()
    {
        using var folder = new CertificateFiles([]);
        var login = new ListLogin(isRsa: false);
        login.Login.Lists = new CrlStore(folder.Path);
        Assert.IsType<LoginOutcome.Accepted>(login.Run());
        login.Login.Lists = new CrlStore(folder.Path);
        var pending = Assert.IsType<LoginVerdict.Pending>(login.Login.Verify()).Login;
        _ = await login.Login.Lists.LoadAsync(pending.Holder.Crl, login.Now, TestContext.Current.CancellationToken);
        login.Login.Asked.Clear();

        Assert.Null(login.Login.Find(pending.Holder).Rejection);
        Assert.Equal(["holder ocsp", "holder crl"], login.Login.Asked);
    }

    [Fact]
    public void A_CA_without_a_responder_is_answered_for_by_its_roots_list_alone()
    {
        var login = new ListLogin(isRsa: true);
        login.Login.Ca.Without(Forge.AuthorityInformationAccess);
        login.Login.HolderResponderIsDown = false;

        var accepted = Assert.IsType<LoginOutcome.Accepted>(login.Run());

        Assert.Equal(["holder ocsp", "issuer crl"], login.Login.Asked);
        Assert.Equal((RevocationSource.Ocsp, RevocationSource.Crl), (accepted.Login.HolderEvidence.Source, accepted.Login.IssuerEvidence.Source));
        login.Login.Asked.Clear();
        Assert.IsType<LoginOutcome.Accepted>(login.Run());
        Assert.Equal(["holder ocsp"], login.Login.Asked);
    }

    private static byte[][] Others(ListLogin login, int count) =>
        [.. Enumerable.Range(0, count).Select(number => ForgedCrl.Entry([0x11, (byte)(number >> 16), (byte)(number >> 8), (byte)number], login.Now))];

    private static byte[] Point(string address) => Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii(address))));
}
