using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The answers about revocation.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class OcspCaseTests
{
    private static readonly Func<LoginScenario> Ec = LoginScenario.Ec;
    private static readonly Func<LoginScenario> Rsa = LoginScenario.Rsa;

    internal static readonly LoginCase[] Cases =
    [
        new("O1", "about another serial number", Ec, s => Id(s, serial: [0x10, 0x11]), LoginRejection.OcspCertificateMismatch),
        new("O2", "about the same serial number of a CA with another key", Ec, s => Id(s, key: ForgeKey.P384(5)), LoginRejection.OcspCertificateMismatch),
        new("O3", "about the same serial number and key of a CA with another name", Ec, s => Id(s, name: s.Root.Subject), LoginRejection.OcspCertificateMismatch),
        new("O4", "the CertID's hash algorithm swapped", Ec, s => s.HolderAnswer.CertificateId = Id256(s, recomputed: false), LoginRejection.OcspCertificateMismatch),
        new("O4", "the CertID recomputed with SHA-256", Ec, s => s.HolderAnswer.CertificateId = Id256(s, recomputed: true), LoginRejection.OcspCertificateMismatch),
        new("O4", "asked with SHA-256, answered with SHA-1", AskingSha256, s => s.HolderAnswer.CertificateId = null, LoginRejection.OcspCertificateMismatch),
        new("O4", "asked with SHA-256, SHA-256 named over hashes of SHA-1", AskingSha256, s => s.HolderAnswer.CertificateId = Id256(s, recomputed: false), LoginRejection.OcspCertificateMismatch),
        new("O4", "the CertID's algorithm without NULL", Ec, s => s.HolderAnswer.CertificateId = IdWithoutNull(s), null),
        new("O5", "one bit of the answer's signature turned", Ec, s => s.HolderAnswer.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspSignature),
        new("O5", "one bit of the answer's signature turned (RSA)", Rsa, s => s.HolderAnswer.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspSignature),
        new("O5", "the signed part changed: revoked into good", Revoked, s => s.HolderAnswer.ChangeSigned = x => MakeGood(s, x), LoginRejection.OcspSignature) { HasTwin = false },
        new("O5", "the signed part encoded anew, with its version written out", Ec, s => s.HolderAnswer.ChangeSigned = x => WithVersion(x), LoginRejection.OcspSignature),
        new("O5", "one bit of the signature of the CA's answer turned", Ec, s => s.IssuerAnswer.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.OcspSignature),
        new("O6", "signed by the responder of a sibling CA", Ec, Sibling, LoginRejection.OcspResponderUnauthorized),
        new("O7", "signed by the root's responder", Ec, s => s.HolderAnswer.Responder = s.RootResponder, LoginRejection.OcspResponderUnauthorized),
        new("O7", "signed by the root itself", Ec, s => s.HolderAnswer.Responder = s.Root, LoginRejection.OcspResponderUnauthorized),
        new("O7", "the CA's own answer signed by the CA", Ec, s => s.IssuerAnswer.Responder = s.Ca, LoginRejection.OcspResponderUnauthorized),
        new("O8", "a responder without OCSPSigning", Ec, s => s.HolderResponder.Without(Forge.ExtendedKeyUsage), LoginRejection.OcspResponderUnauthorized),
        new("O8", "a responder with anyExtendedKeyUsage only", Ec, s => s.HolderResponder.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), LoginRejection.OcspResponderUnauthorized),
        new("O8", "a responder with clientAuth only", Ec, s => s.HolderResponder.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth)), LoginRejection.OcspResponderUnauthorized),
        new("O8", "a citizen's own certificate that says good for itself", Ec, s => s.HolderAnswer.Responder = s.Leaf, LoginRejection.OcspResponderUnauthorized),
        new("O9", "a responder issued by a CA with the same name and another key", Ec, s => s.HolderResponder.IssuerKey = ForgeKey.P384(5), LoginRejection.OcspResponderUnauthorized),
        new("O9", "a responder issued under another name by the same key", Ec, s => s.HolderResponder.Issuer = s.Root.Subject, LoginRejection.OcspResponderUnauthorized),
        new("O10", "a responder that expired", Ec, s => s.HolderResponder.NotAfter = s.Now.AddSeconds(-1), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder that is not yet valid", Ec, s => s.HolderResponder.NotBefore = s.Now.AddSeconds(1), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder with an unknown critical extension", Ec, s => s.HolderResponder.With("1.2.3.4.5", Der.Null, critical: true), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder that is a CA", Ec, s => s.HolderResponder.With(Forge.BasicConstraints, Forge.Ca(0), critical: true), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder that may sign certificates", Ec, s => s.HolderResponder.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.KeyCertSign), critical: true), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder without digitalSignature", Ec, s => s.HolderResponder.With(Forge.KeyUsage, Forge.Usage(Forge.NonRepudiation), critical: true), LoginRejection.OcspResponderInvalid),
        new("O10", "a responder without key usage", Ec, s => s.HolderResponder.Without(Forge.KeyUsage), null),
        new("O10", "a responder with basic constraints that say no CA", Ec, s => s.HolderResponder.With(Forge.BasicConstraints, Der.Sequence(), critical: true), null),
        new("O10", "a responder signed with SHA-1", Rsa, s => s.HolderResponder.Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.OcspResponderInvalid),
        new("O10", "a responder with RSA-1024", Rsa, s => s.HolderResponder.Key = ForgedKeys.Rsa1024, LoginRejection.OcspResponderInvalid),
        new("O10", "a responder's certificate that is not DER", Ec, s => s.HolderResponder.Version = [], LoginRejection.OcspResponderUnknown),
        new("O10", "two certificates with the responder's name, one of a sibling and one that expired", Ec, Doubled, LoginRejection.OcspResponderInvalid),
        new("O11", "a responder without nocheck", Ec, s => s.HolderResponder.Without(Forge.OcspNoCheck), LoginRejection.OcspResponderRevocation),
        new("O12", "a responder's name that is nobody's", Ec, s => s.HolderAnswer.ResponderId = Der.Explicit(1, s.Leaf.Subject), LoginRejection.OcspResponderUnknown),
        new("O12", "a responder's key hash that is nobody's", Ec, s => s.HolderAnswer.ResponderId = Der.Explicit(2, Der.OctetString(new byte[20])), LoginRejection.OcspResponderUnknown),
        new("O12", "named by key", Ec, s => s.HolderAnswer.ByKey = true, null),
        new("O12", "CA and root before the responder's certificate", Ec, s => s.HolderAnswer.Certificates = [s.Ca.Encoded, s.Root.Encoded, s.HolderResponder.Encoded], null),
        new("O12", "CA and root after the responder's certificate", Ec, s => s.HolderAnswer.Certificates = [s.HolderResponder.Encoded, s.Ca.Encoded, s.Root.Encoded], null),
        new("O12", "the responder's certificate ninth in the list", Ec, s => s.HolderAnswer.Certificates = [.. Enumerable.Repeat(s.Root.Encoded, 8), s.HolderResponder.Encoded], LoginRejection.OcspResponderUnknown),
        new("O12", "another certificate with the responder's name before it", Ec, Renewed, null),
        new("O13", "signed by the CA itself, no certificates", Ec, s => (s.HolderAnswer.Responder, s.HolderAnswer.EmbedsResponder) = (s.Ca, false), null),
        new("O13", "signed by the CA itself, named by key", Rsa, s => (s.HolderAnswer.Responder, s.HolderAnswer.EmbedsResponder, s.HolderAnswer.ByKey) = (s.Ca, false, true), null),
        new("O13", "named as the CA and signed by another key", Ec, s => (s.HolderAnswer.Responder, s.HolderAnswer.SigningKey) = (s.Ca, ForgeKey.P384(5)), LoginRejection.OcspSignature),
        new("O14", "no certificates, signed by an unknown key", Ec, s => s.HolderAnswer.EmbedsResponder = false, LoginRejection.OcspResponderUnknown),
        new("O15", "revoked, keyCompromise", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 1), LoginRejection.CertificateRevoked),
        new("O15", "revoked, on hold", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 6), LoginRejection.CertificateOnHold),
        new("O15", "revoked, no reason", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), null), LoginRejection.CertificateRevoked),
        new("O15", "revoked, removed from the list", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 8), LoginRejection.CertificateRevoked),
        new("O15", "revoked in the future", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(1), null), LoginRejection.CertificateRevoked),
        new("O15", "never issued: revoked, on hold, since 1970", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(DateTimeOffset.UnixEpoch, 6), LoginRejection.CertificateRevoked),
        new("O15", "the CA revoked", Ec, s => s.IssuerAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 2), LoginRejection.IssuerRevoked),
        new("O15", "the CA on hold", Ec, s => s.IssuerAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 6), LoginRejection.IssuerRevoked),
        new("O16", "unknown", Ec, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Unknown, LoginRejection.OcspUnknown),
        new("O16", "the CA unknown", Ec, s => s.IssuerAnswer.CertificateStatus = ForgedOcspAnswer.Unknown, LoginRejection.OcspUnknown),
        new("O17", "two for the same certificate: good, then revoked", Ec, s => s.HolderAnswer.Responses = good => [good, Single(s, ForgedOcspAnswer.Revoked(s.Now, null))], LoginRejection.OcspCertificateMismatch),
        new("O17", "two for the same certificate: revoked, then good", Ec, s => s.HolderAnswer.Responses = good => [Single(s, ForgedOcspAnswer.Revoked(s.Now, null)), good], LoginRejection.OcspCertificateMismatch),
        new("O17", "two for the same certificate, both good", Ec, s => s.HolderAnswer.Responses = good => [good, good], LoginRejection.OcspCertificateMismatch),
        new("O18", "the wanted one after an unrelated one that is revoked", Ec, s => s.HolderAnswer.Responses = good => [Unrelated(s), good], null),
        new("O18", "the unrelated one alone", Ec, s => s.HolderAnswer.Responses = _ => [Unrelated(s)], LoginRejection.OcspCertificateMismatch),
        new("O19", "an empty list", Ec, s => s.HolderAnswer.Responses = _ => [], LoginRejection.OcspCertificateMismatch),
        new("O20", "nextUpdate 61 seconds ago", Ec, s => Times(s, thisUpdate: -121, nextUpdate: -61), LoginRejection.OcspStale),
        new("O20", "nextUpdate 60 seconds ago", Ec, s => Times(s, thisUpdate: -120, nextUpdate: -60), null),
        new("O21", "thisUpdate in 61 seconds", Ec, s => Times(s, thisUpdate: 61, nextUpdate: 121, producedAt: 60), LoginRejection.OcspNotYetValid),
        new("O21", "thisUpdate in 60 seconds", Ec, s => Times(s, thisUpdate: 60, nextUpdate: 120, producedAt: 60), null),
        new("O21", "producedAt in 61 seconds", Ec, s => Times(s, thisUpdate: 0, nextUpdate: 60, producedAt: 61), LoginRejection.OcspNotYetValid),
        new("O21", "producedAt 61 seconds before thisUpdate", Ec, s => Times(s, thisUpdate: 0, nextUpdate: 60, producedAt: -61), LoginRejection.OcspStale),
        new("O21", "producedAt 60 seconds before thisUpdate", Ec, s => Times(s, thisUpdate: 0, nextUpdate: 60, producedAt: -60), null),
        new("O22", "no nextUpdate", Ec, s => s.HolderAnswer.HasNextUpdate = false, LoginRejection.OcspStale),
        new("O23", "nextUpdate before thisUpdate", Ec, s => Times(s, thisUpdate: 30, nextUpdate: 29), LoginRejection.OcspStale),
        new("O23", "nextUpdate equal to thisUpdate", Ec, s => Times(s, thisUpdate: 30, nextUpdate: 30), LoginRejection.OcspStale),
        new("O23", "nextUpdate in ten years, thisUpdate a day old", Ec, s => Times(s, thisUpdate: -86_400, nextUpdate: 315_360_000), LoginRejection.OcspStale),
        new("O23", "thisUpdate 15 minutes and a second old", Ec, s => Times(s, thisUpdate: -901, nextUpdate: 60), LoginRejection.OcspStale),
        new("O23", "thisUpdate 15 minutes old", Ec, s => Times(s, thisUpdate: -900, nextUpdate: 60), null),
        new("O23", "the CA's answer an hour old", Ec, s => (s.IssuerAnswer.ThisUpdate, s.IssuerAnswer.NextUpdate) = (s.Now.AddHours(-1), s.Now.AddHours(1)), null),
        new("O23", "the CA's answer a day and a second old", Ec, s => (s.IssuerAnswer.ThisUpdate, s.IssuerAnswer.NextUpdate) = (s.Now.AddSeconds(-86_401), s.Now.AddHours(1)), LoginRejection.OcspStale),
        new("O24", "yesterday's good answer", Ec, s => s.HolderAnswer.ProducedAt = s.Now.AddDays(-1), LoginRejection.OcspStale),
        new("O24", "an answer that grew old between the two halves", Ec, s => s.Later = s.Now.AddSeconds(121), LoginRejection.OcspStale),
        new("O25", "another nonce", Ec, s => s.HolderAnswer.Nonce = nonce => NonceExtension(Der.OctetString(Forge.FlipBit(nonce, 0))), LoginRejection.OcspNonce),
        new("O25", "no nonce", Ec, s => s.HolderAnswer.Nonce = _ => null, null),
        new("O25", "no nonce where it is demanded", Demanding, s => s.HolderAnswer.Nonce = _ => null, LoginRejection.OcspNonce),
        new("O25", "no nonce in the CA's answer where it is demanded", Demanding, s => s.IssuerAnswer.Nonce = _ => null, LoginRejection.OcspNonce),
        new("O25", "no nonce from a responder that always repeats it", Repeating, s => s.HolderAnswer.Nonce = _ => null, LoginRejection.OcspNonce),
        new("O25", "no nonce in the CA's answer from a responder that always repeats it", Repeating, s => s.IssuerAnswer.Nonce = _ => null, LoginRejection.OcspNonce),
        new("O25", "no nonce from a responder that may leave it out, another one always repeats it", Ec, s => { s.Policy = s.Policy with { NonceHabits = RevocationPolicy.BelgianNonceHabits }; s.HolderAnswer.Nonce = _ => null; }, null),
        new("O25", "another nonce from a responder that may leave it out", Ec, s => { s.Policy = s.Policy with { NonceHabits = Habit(NonceHabit.MayLeaveOut) }; s.HolderAnswer.Nonce = _ => NonceExtension(Der.OctetString(new byte[32])); }, LoginRejection.OcspNonce),
        new("O25", "a nonce that was not asked for", NotAsking, s => s.HolderAnswer.Nonce = _ => NonceExtension(Der.OctetString(new byte[32])), null),
        new("O25", "no nonce where none is put in but all are demanded", NotAsking, s => s.Policy = s.Policy with { NonceRequired = true }, LoginRejection.OcspNonce),
        new("O25", "a nonce not wrapped", Ec, s => s.HolderAnswer.Nonce = nonce => NonceExtension(nonce), LoginRejection.OcspNonce),
        new("O25", "a nonce wrapped with a byte after it", Ec, s => s.HolderAnswer.Nonce = nonce => NonceExtension([.. Der.OctetString(nonce), 0x00]), LoginRejection.OcspNonce),
        new("O25", "a nonce cut off", Ec, s => s.HolderAnswer.Nonce = nonce => NonceExtension(Der.OctetString(nonce[..31])), LoginRejection.OcspNonce),
        new("O25", "an empty nonce", Ec, s => s.HolderAnswer.Nonce = _ => NonceExtension(Der.OctetString()), LoginRejection.OcspNonce),
        new("O25", "two nonces", Ec, s => s.HolderAnswer.MoreExtensions = [NonceExtension(Der.OctetString(new byte[32]))], LoginRejection.OcspMalformed),
        new("O26", "malformedRequest", Ec, s => s.HolderAnswer.Status = 1, LoginRejection.OcspUnavailable),
        new("O26", "internalError", Ec, s => s.HolderAnswer.Status = 2, LoginRejection.OcspUnavailable),
        new("O26", "tryLater", Ec, s => s.HolderAnswer.Status = 3, LoginRejection.OcspUnavailable),
        new("O26", "status 4", Ec, s => s.HolderAnswer.Status = 4, LoginRejection.OcspUnavailable),
        new("O26", "sigRequired", Ec, s => s.HolderAnswer.Status = 5, LoginRejection.OcspUnavailable),
        new("O26", "unauthorized", Ec, s => s.HolderAnswer.Status = 6, LoginRejection.OcspUnavailable),
        new("O26", "status 7", Ec, s => s.HolderAnswer.Status = 7, LoginRejection.OcspUnavailable),
        new("O26", "an error status on a good answer", Ec, s => s.HolderAnswer.ChangeEncoded = x => WithStatus(x, 6), LoginRejection.OcspUnavailable),
        new("O26", "no answer about the holder", Ec, s => s.HolderResponderIsDown = true, LoginRejection.OcspUnavailable),
        new("O26", "no answer about the CA", Ec, s => s.RootResponderIsDown = true, LoginRejection.OcspUnavailable),
        new("O27", "successful without anything", Ec, s => s.HolderAnswer.ChangeEncoded = _ => Der.Sequence(Der.Enumerated(0)), LoginRejection.OcspMalformed),
        new("O27", "another response type", Ec, s => s.HolderAnswer.ResponseType = "1.3.6.1.5.5.7.48.1.2", LoginRejection.OcspMalformed),
        new("O27", "version 2", Ec, s => s.HolderAnswer.Version = Der.Explicit(0, Der.Number(1)), LoginRejection.OcspMalformed),
        new("O27", "version 1 written out", Ec, s => s.HolderAnswer.Version = Der.Explicit(0, Der.Number(0)), null),
        new("O28", "a byte after it", Ec, s => s.HolderAnswer.ChangeEncoded = x => [.. x, 0x00], LoginRejection.OcspMalformed),
        new("O28", "cut off", Ec, s => s.HolderAnswer.ChangeEncoded = x => x[..^1], LoginRejection.OcspMalformed),
        new("O28", "indefinite length", Ec, s => s.HolderAnswer.ChangeEncoded = x => [0x30, 0x80, .. x[4..], 0x00, 0x00], LoginRejection.OcspMalformed),
        new("O28", "65 KiB", Ec, s => s.HolderAnswer.MoreExtensions = [ForgedOcspAnswer.Extension("1.2.3.4.5", new byte[65 * 1024])], LoginRejection.OcspMalformed),
        new("O28", "10 MB", Ec, s => s.HolderAnswer.ChangeEncoded = _ => new byte[10_000_000], LoginRejection.OcspMalformed),
        new("O29", "a page in HTML", Ec, s => s.HolderAnswer.ChangeEncoded = _ => Der.Ascii("<html></html>"), LoginRejection.OcspMalformed),
        new("O30", "an unknown critical extension of the answer", Ec, s => s.HolderAnswer.MoreExtensions = [ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true)], LoginRejection.OcspCriticalExtension),
        new("O30", "an unknown extension of the answer", Ec, s => s.HolderAnswer.MoreExtensions = [ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null)], null),
        new("O30", "an unknown critical extension of the part", Ec, s => s.HolderAnswer.SingleExtensions = Der.Explicit(1, Der.Sequence(ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true))), LoginRejection.OcspCriticalExtension),
        new("O30", "an archive cutoff in the part", Ec, s => s.HolderAnswer.SingleExtensions = Der.Explicit(1, Der.Sequence(ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.6", Der.GeneralizedTime(s.Now)))), null),
        new("O31", "signed with SHA-1", Rsa, s => s.HolderAnswer.Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.OcspAlgorithm),
        new("O31", "signed with SHA-384", Rsa, s => s.HolderAnswer.Algorithm = ForgeAlgorithm.RsaSha384, null),
        new("O32", "the holder's certificate names no responder", Ec, s => s.Leaf.Without(Forge.AuthorityInformationAccess), LoginRejection.OcspAddressRefused),
        new("O32", "the CA names no responder", Ec, s => s.Ca.Without(Forge.AuthorityInformationAccess), LoginRejection.OcspAddressRefused),
        new("O32", "a host that is not on the list", Ec, s => Responder(s, "http://ocsp.example.be/"), LoginRejection.OcspAddressRefused),
        new("O32", "a production host under test anchors", Ec, s => Responder(s, "http://ocsp.eid.belgium.be/2"), LoginRejection.OcspAddressRefused),
        new("O32", "https", Ec, s => Responder(s, "https://127.0.0.1:8888/"), LoginRejection.OcspAddressRefused),
        new("O32", "a name instead of a loopback address", Ec, s => Responder(s, "http://localhost:8888/"), LoginRejection.OcspAddressRefused),
        new("O32", "user information", Ec, s => Responder(s, "http://a@127.0.0.1:8888/"), LoginRejection.OcspAddressRefused),
        new("O32", "the link-local address of clouds", Ec, s => Responder(s, "http://169.254.169.254/"), LoginRejection.OcspAddressRefused),
        new("O32", "a query", Ec, s => Responder(s, "http://127.0.0.1:8888/?a=b"), LoginRejection.OcspAddressRefused),
        new("O32", "a file", Ec, s => Responder(s, "file:///etc/passwd"), LoginRejection.OcspAddressRefused),
        new("O32", "the loopback address of IPv6", Ec, s => Responder(s, "http://[::1]:8888/citizen"), null),
        new("O32", "a refused address before one on the list", Ec, s => s.Leaf.With(Forge.AuthorityInformationAccess, [.. TwoResponders("ldap://127.0.0.1/", "http://127.0.0.1:8888/")]), null),
    ];

    public static IEnumerable<TheoryDataRow<int>> Rows() => LoginCase.Rows(Cases);

    public static IEnumerable<TheoryDataRow<int>> TwinRows() => LoginCase.TwinRows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Case(int index) => Cases[index].Check();

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Twin(int index) => Cases[index].CheckTwin();

    private static LoginScenario Demanding()
    {
        var scenario = LoginScenario.Ec();
        scenario.Policy = RevocationPolicy.HardFail with { NonceRequired = true };
        return scenario;
    }

    private static LoginScenario AskingSha256()
    {
        var scenario = LoginScenario.Ec();
        scenario.Policy = RevocationPolicy.HardFail with { CertIdHash = CertIdHash.Sha256 };
        scenario.HolderAnswer.CertificateId = Id256(scenario, recomputed: true);
        scenario.IssuerAnswer.CertificateId = Der.Sequence(
            Der.Sequence(Der.Oid("2.16.840.1.101.3.4.2.1"), Der.Null),
            Der.OctetString(System.Security.Cryptography.SHA256.HashData(scenario.Root.Subject)),
            Der.OctetString(System.Security.Cryptography.SHA256.HashData(scenario.Root.Key.Bits)),
            Der.Number(scenario.Ca.SerialNumber));
        return scenario;
    }

    private static LoginScenario Repeating()
    {
        var scenario = LoginScenario.Ec();
        scenario.Policy = RevocationPolicy.HardFail with { NonceHabits = Habit(NonceHabit.Repeats) };
        return scenario;
    }

    // Nobody answers with a nonce who is not asked with one.
    private static LoginScenario NotAsking()
    {
        var scenario = LoginScenario.Ec();
        scenario.Policy = RevocationPolicy.HardFail with { NonceHabits = Habit(NonceHabit.Refuses) };
        scenario.HolderAnswer.Nonce = scenario.IssuerAnswer.Nonce = _ => null;
        return scenario;
    }

    private static Dictionary<string, NonceHabit> Habit(NonceHabit habit) => new() { ["127.0.0.1"] = habit };

    private static LoginScenario Revoked()
    {
        var scenario = LoginScenario.Ec();
        scenario.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, null);
        return scenario;
    }

    // The same answer with "good" in the place of "revoked", encoded anew under the old signature.
    private static byte[] MakeGood(LoginScenario scenario, byte[] signed)
    {
        Assert.True(signed.AsSpan().IndexOf(ForgedOcspAnswer.Revoked(scenario.Now, null)) > 0);
        var good = scenario.HolderAnswer.SingleResponse(
            ForgedOcspAnswer.IdOf(scenario.Ca.Subject, scenario.Ca.Key, scenario.Leaf.SerialNumber),
            ForgedOcspAnswer.Good);
        return Der.Sequence(Der.Explicit(1, scenario.HolderResponder.Subject), Der.GeneralizedTime(scenario.Now), Der.Sequence(good));
    }

    // Version 1 is the default, so DER leaves it out; what was signed did.
    private static byte[] WithVersion(byte[] signed)
    {
        var fields = new System.Formats.Asn1.AsnReader(signed, System.Formats.Asn1.AsnEncodingRules.DER).PeekContentBytes();
        return Der.Sequence(Der.Explicit(0, Der.Number(0)), fields.ToArray());
    }

    private static void Doubled(LoginScenario scenario)
    {
        scenario.HolderResponder.NotAfter = scenario.Now.AddSeconds(-1);
        var sibling = scenario.IssueResponder(ForgeKey.P256(2), "Citizen responder", scenario.Root);
        scenario.HolderAnswer.Certificates = [scenario.HolderResponder.Encoded, sibling.Encoded];
    }

    private static void Id(LoginScenario scenario, byte[]? name = null, ForgeKey? key = null, byte[]? serial = null) =>
        scenario.HolderAnswer.CertificateId = ForgedOcspAnswer.IdOf(name ?? scenario.Ca.Subject, key ?? scenario.Ca.Key, serial ?? scenario.Leaf.SerialNumber);

    private static byte[] Id256(LoginScenario scenario, bool recomputed) => Der.Sequence(
        Der.Sequence(Der.Oid("2.16.840.1.101.3.4.2.1"), Der.Null),
        Der.OctetString(recomputed ? System.Security.Cryptography.SHA256.HashData(scenario.Ca.Subject) : Forge.Sha1(scenario.Ca.Subject)),
        Der.OctetString(recomputed ? System.Security.Cryptography.SHA256.HashData(scenario.Ca.Key.Bits) : scenario.Ca.Key.Sha1),
        Der.Number(scenario.Leaf.SerialNumber));

    private static byte[] IdWithoutNull(LoginScenario scenario) => Der.Sequence(
        Der.Sequence(Der.Oid("1.3.14.3.2.26")),
        Der.OctetString(Forge.Sha1(scenario.Ca.Subject)),
        Der.OctetString(scenario.Ca.Key.Sha1),
        Der.Number(scenario.Leaf.SerialNumber));

    private static byte[] Single(LoginScenario scenario, byte[] status) => scenario.HolderAnswer.SingleResponse(
        ForgedOcspAnswer.IdOf(scenario.Ca.Subject, scenario.Ca.Key, scenario.Leaf.SerialNumber), status);

    private static byte[] Unrelated(LoginScenario scenario) => scenario.HolderAnswer.SingleResponse(
        ForgedOcspAnswer.IdOf(scenario.Ca.Subject, scenario.Ca.Key, [0x10, 0x99]), ForgedOcspAnswer.Revoked(scenario.Now, 1));

    private static void Times(LoginScenario scenario, int thisUpdate, int nextUpdate, int? producedAt = null)
    {
        scenario.HolderAnswer.ThisUpdate = scenario.Now.AddSeconds(thisUpdate);
        scenario.HolderAnswer.NextUpdate = scenario.Now.AddSeconds(nextUpdate);
        scenario.HolderAnswer.ProducedAt = scenario.Now.AddSeconds(producedAt ?? thisUpdate);
    }

    private static byte[] NonceExtension(byte[] value) => ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.2", value);

    private static byte[] WithStatus(byte[] answer, byte status)
    {
        var copy = answer.ToArray();
        var place = copy.AsSpan().IndexOf(new byte[] { 0x0A, 0x01, 0x00 });
        copy[place + 2] = status;
        return copy;
    }

    private static void Sibling(LoginScenario scenario)
    {
        var sibling = scenario.Issue(
            ForgeKey.P384(6),
            ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, "202602")),
            scenario.Root.Key,
            scenario.Root.Subject,
            [0x02, 0x02]);
        scenario.HolderAnswer.Responder = scenario.IssueResponder(ForgeKey.P256(2), "Sibling responder", sibling);
    }

    private static void Renewed(LoginScenario scenario)
    {
        var older = scenario.IssueResponder(ForgeKey.P256(2), "Citizen responder", scenario.Ca);
        scenario.HolderAnswer.Certificates = [older.Encoded, scenario.HolderResponder.Encoded];
    }

    private static void Responder(LoginScenario scenario, string address) =>
        scenario.Leaf.With(Forge.AuthorityInformationAccess, Forge.Access(address));

    private static byte[] TwoResponders(string first, string second) => Der.Sequence(
        Der.Sequence(Der.Oid("1.3.6.1.5.5.7.48.1"), Der.Implicit(6, Der.Ascii(first))),
        Der.Sequence(Der.Oid("1.3.6.1.5.5.7.48.1"), Der.Implicit(6, Der.Ascii(second))));
}
