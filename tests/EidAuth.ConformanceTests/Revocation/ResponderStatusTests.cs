using EidAuth.ConformanceTests.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>A responder without nocheck: its own revocation has to be known, from a list of the CA that issued it (RFC 6960 §4.2.2.2.1).</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ResponderStatusTests
{
    private readonly LoginScenario scenario = LoginScenario.Ec().WithListAddresses();

    [Theory(DisplayName = "O11: a responder without nocheck and no list of its CA at hand")]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_list(bool ofRoot) => Assert.Equal(LoginRejection.OcspResponderRevocation, Judge(ofRoot, list: null));

    [Theory(DisplayName = "O11+: a responder with nocheck and no list at hand")]
    [InlineData(false)]
    [InlineData(true)]
    public void With_nocheck(bool ofRoot)
    {
        Responder(ofRoot).With(Forge.OcspNoCheck, Der.Null);

        Assert.Null(Judge(ofRoot, list: null, hasNoCheck: true));
    }

    [Theory(DisplayName = "O11+: a responder without nocheck that a fresh list of its CA does not have")]
    [InlineData(false)]
    [InlineData(true)]
    public void Cleared_by_a_list(bool ofRoot) => Assert.Null(Judge(ofRoot, List(ofRoot)));

    [Theory(DisplayName = "O11: a responder without nocheck that the list has")]
    [InlineData(null)]
    [InlineData((byte)1)]
    [InlineData((byte)6)]
    public void Listed(byte? reason)
    {
        var list = List(ofRoot: false);
        var serial = scenario.HolderResponder.SerialNumber;
        list.Entries = [reason is { } code ? ForgedCrl.Entry(serial, scenario.Now, ForgedCrl.Reason(code)) : ForgedCrl.Entry(serial, scenario.Now)];

        Assert.Equal(LoginRejection.OcspResponderRevocation, Judge(ofRoot: false, list));
    }

    [Fact(DisplayName = "O11: a responder without nocheck and a list that ended, within any grace")]
    public void A_list_that_ended()
    {
        var list = List(ofRoot: false);
        list.NextUpdate = scenario.Now.AddMinutes(-2);

        Assert.Equal(LoginRejection.OcspResponderRevocation, Judge(ofRoot: false, list));
    }

    [Fact(DisplayName = "O11: a responder without nocheck and a list for holders' distribution point alone")]
    public void A_list_that_does_not_cover_it()
    {
        var list = List(ofRoot: false).With(
            Forge.IssuingDistributionPoint,
            Der.Sequence(Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii("http://127.0.0.1:8888/citizen.crl"))))),
            critical: true);

        Assert.Equal(LoginRejection.OcspResponderRevocation, Judge(ofRoot: false, list));
    }

    [Fact(DisplayName = "O11: the list of the root clears no responder of the Citizen CA")]
    public void A_list_of_another_CA()
    {
        scenario.HolderResponder.Without(Forge.OcspNoCheck);
        scenario.HeldIssuerList = () => List(ofRoot: true).Encode();
        scenario.HolderList = null;
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        Assert.True(scenario.Find(pending.Issuer).IsDecided);

        Assert.Equal(LoginRejection.OcspResponderRevocation, scenario.Find(pending.Holder).Rejection);
    }

    [Fact(DisplayName = "O11: where the responder is not cleared the list is fetched, and decides about the holder")]
    public void The_list_that_was_missing_is_fetched()
    {
        scenario.HolderResponder.Without(Forge.OcspNoCheck);
        scenario.HolderList = () => List(ofRoot: false).Encode();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;

        var finding = scenario.Find(pending.Holder);

        Assert.Equal(["holder ocsp", "holder crl"], scenario.Asked);
        Assert.Equal((null, RevocationSource.Crl), (finding.Rejection, finding.Evidence?.Source));
    }

    private LoginRejection? Judge(bool ofRoot, ForgedCrl? list, bool hasNoCheck = false)
    {
        if (!hasNoCheck)
        {
            Responder(ofRoot).Without(Forge.OcspNoCheck);
        }

        var (subject, authority) = ofRoot ? (scenario.Ca, scenario.Root) : (scenario.Leaf, scenario.Ca);
        Assert.True(Certificate.TryRead(subject.Encoded, out var certificate));
        var proven = CrlScenario.Proven(authority);
        if (list is not null)
        {
            Assert.Null(scenario.Take(CrlQuestion.About(certificate!, proven, isTest: true), list.Encode(), scenario.Now).Defect is not (null or CrlDefect.Stale) ? "the list is not one" : null);
        }

        var question = OcspQuestion.About(certificate!, proven, new Uri("http://127.0.0.1/"));
        var body = (ofRoot ? scenario.IssuerAnswer : scenario.HolderAnswer).Answer(question.Request);
        var rules = ofRoot ? OcspRules.ForIssuer(nonceRequired: true) : OcspRules.ForHolder(nonceRequired: true);
        return OcspJudge.Judge(question, body, rules, scenario.Now, scenario.Lists).Rejection;
    }

    // A root's list of last spring: roots sign one for half a year.
    private ForgedCrl List(bool ofRoot)
    {
        var list = ForgedCrl.Of(ofRoot ? scenario.Root : scenario.Ca, scenario.Now);
        if (ofRoot)
        {
            (list.ThisUpdate, list.NextUpdate) = (scenario.Now.AddDays(-150), scenario.Now.AddDays(30));
        }

        return list;
    }

    private ForgedCertificate Responder(bool ofRoot) => ofRoot ? scenario.RootResponder : scenario.HolderResponder;
}
