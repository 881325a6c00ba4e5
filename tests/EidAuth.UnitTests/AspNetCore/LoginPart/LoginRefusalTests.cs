using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.LoginPart;

[Trait("Group", TestGroup.Town)]
public sealed class LoginRefusalTests
{
    public static TheoryData<string> Codes =>
    [
        .. Enum.GetNames<LoginFailure>().Concat(Enum.GetNames<LoginRejection>()).Concat(Enum.GetNames<FieldsRejection>()).Concat(Enum.GetNames<RequestRefusal>())
            .Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_heading_sentence_and_advice_in_every_language(string code)
    {
        var said = LoginPartTests.Languages.Select(language => EidLoginRefusal.Of(code, LoginPartTests.Texts(language))!).ToArray();

        Assert.All(said, refusal => Assert.Equal(code, refusal.Code));
        Assert.Single(said.Select(refusal => refusal.Tone).Distinct());
        Assert.Equal(4, said.Select(refusal => refusal.Heading).Distinct().Count());
        Assert.Equal(4, said.Select(refusal => refusal.Sentence).Distinct().Count());
        Assert.Equal(4, said.Select(refusal => refusal.Advice).Distinct().Count());
    }

    [Theory]
    [InlineData("user_cancelled", EidRefusalTone.Stopped)]
    [InlineData("timed_out", EidRefusalTone.Stopped)]
    [InlineData("challenge_expired", EidRefusalTone.Stopped)]
    [InlineData("card_removed", EidRefusalTone.Again)]
    [InlineData("challenge_used", EidRefusalTone.Again)]
    [InlineData("token_signature_invalid", EidRefusalTone.Again)]
    [InlineData("ocsp_unavailable", EidRefusalTone.Later)]
    [InlineData("ocsp_stale", EidRefusalTone.Later)]
    [InlineData("issuer_unknown", EidRefusalTone.Later)]
    [InlineData("pin_blocked", EidRefusalTone.Card)]
    [InlineData("no_certificate", EidRefusalTone.Card)]
    [InlineData("certificate_revoked", EidRefusalTone.Card)]
    [InlineData("certificate_on_hold", EidRefusalTone.Card)]
    [InlineData("certificate_expired", EidRefusalTone.Card)]
    public void What_a_person_can_do_decides_the_tone(string code, EidRefusalTone tone) =>
        Assert.Equal(tone, EidLoginRefusal.Of(code, EidLoginTexts.English)!.Tone);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CertificateRevoked")]
    [InlineData("<b>call 0800</b>")]
    public void What_is_no_code_is_not_repeated(string? code) => Assert.Null(EidLoginRefusal.Of(code, EidLoginTexts.English));
}
