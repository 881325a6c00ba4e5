using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Keys;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Fields;

/// <summary>Every citizen's card, read as an agent reads it and judged as a site does, for the person whose certificate it has.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CitizenFieldsTests
{
    private static readonly Lazy<TrustAnchors> Anchors = new(() =>
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return TrustAnchors.FromTestFolder(pki.AnchorsFolder);
    });

    public static TheoryData<string> Citizens => new(Citizen.All.Keys.Where(id => id != "not-activated").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Citizens))]
    public void A_citizens_fields_are_judged_as_the_file_says(string id)
    {
        var citizen = Citizen.All[id];
        var verdict = Judge(Read(id), FieldsBench.All, Number(id));
        if (Expected(id) is { } reason)
        {
            FieldsBench.AssertRefused(reason, verdict);
            return;
        }

        var fields = FieldsBench.Proven(verdict);
        Assert.Equal(citizen.NationalNumber, fields.Identity!.NationalNumber);
        Assert.Equal(citizen.Surname, fields.Identity.Surname);
        Assert.Equal(citizen.Address.Zip, fields.Address!.Zip);
        Assert.StartsWith("FFD8", Convert.ToHexString(fields.Photo!.Value.Span), StringComparison.Ordinal);
        Assert.Equal([], Judge(Read(id), FieldsBench.All, "85031299860") is FieldsVerdict.Proven proven ? [proven] : Array.Empty<FieldsVerdict>());
    }

    [Theory]
    [InlineData("bad-photo-hash", CardParts.Photo)]
    [InlineData("bad-address-signature", CardParts.Address)]
    public void A_part_that_is_forged_leaves_the_others_provable(string id, CardParts forged)
    {
        Assert.IsType<FieldsVerdict.Rejected>(Judge(Read(id), forged, Number(id)));
        var fields = FieldsBench.Proven(Judge(Read(id), FieldsBench.All & ~forged, Number(id)));
        Assert.NotNull(fields.Identity);
    }

    [Fact]
    public void The_year_alone_is_no_birthday()
    {
        var fields = FieldsBench.Proven(Judge(Read("year-only"), CardParts.Identity, Number("year-only")));
        Assert.Null(fields.Identity!.BirthDate.Date);
        Assert.True(DerivedFacts.IsAtLeast(fields.Identity.BirthDate, 18, new DateOnly(2026, 3, 2)));
    }

    private static FieldsRejection? Expected(string id) => id switch
    {
        "untrusted-register" => FieldsRejection.FieldsRegisterUntrusted,
        "bad-identity-signature" => FieldsRejection.FieldsIdentitySignature,
        "bad-address-signature" => FieldsRejection.FieldsAddressSignature,
        "bad-photo-hash" => FieldsRejection.FieldsPhotoHash,
        "other-national-number" => FieldsRejection.FieldsOfAnotherPerson,
        "adult-10" or "adult-11" => FieldsRejection.FieldsRegisterKeyWeak,
        "expired" => FieldsRejection.FieldsCardExpired,
        _ => null,
    };

    private static CardContent Read(string id)
    {
        var reader = new SimulatedReader(KeyBench.ReaderName, pinPad: false, TimeProvider.System);
        reader.Insert(CardTalk.Issue(id));
        using var session = BelpicSession.Open(reader.Connect(KeyBench.ReaderName));
        return session.ReadContent();
    }

    // Who logs in with this card: the number of its certificate, which a child's card does not have.
    private static string Number(string id) =>
        Read(id).AuthenticationCertificate is { } der && Certificate.TryRead(der, out var certificate)
            ? SubjectName.Single(certificate!.Subject, EidAuth.Pki.Oid.SerialNumber)!
            : Citizen.All[id].NationalNumber;

    private static FieldsVerdict Judge(CardContent content, CardParts agreed, string number) =>
        FieldsBench.Post(content, agreed).Judge(FieldsBench.Login(number), Anchors.Value, TimeProvider.System.GetUtcNow());
}
