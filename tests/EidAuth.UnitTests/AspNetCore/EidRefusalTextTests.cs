using System.Globalization;
using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class EidRefusalTextTests
{
    private static readonly string[] Languages = ["nl", "fr", "de", "en"];

    private static IEnumerable<string> Codes =>
        Enum.GetNames<LoginFailure>().Concat(Enum.GetNames<LoginRejection>()).Concat(Enum.GetNames<FieldsRejection>()).Concat(Enum.GetNames<RequestRefusal>())
            .Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);

    [Fact]
    public void Every_code_has_a_sentence_in_every_language_and_no_two_languages_share_one()
    {
        foreach (var code in Codes)
        {
            var sentences = Languages.Select(language => EidRefusalText.For(code, CultureInfo.GetCultureInfo(language))).ToList();
            Assert.All(sentences, sentence => Assert.False(string.IsNullOrWhiteSpace(sentence), code));
            Assert.Equal(4, sentences.Distinct().Count());
        }
    }

    [Fact]
    public void No_code_stands_in_two_lists() => Assert.Equal(Codes.Count(), Codes.Distinct().Count());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CertificateRevoked")]
    [InlineData("<b>call 0800</b>")]
    public void What_is_no_code_has_no_sentence(string? code) => Assert.Null(EidRefusalText.For(code, CultureInfo.InvariantCulture));

    [Fact]
    public void A_region_goes_with_its_language_and_an_unknown_one_with_english()
    {
        Assert.Equal(EidRefusalText.For("certificate_revoked", CultureInfo.GetCultureInfo("fr")), EidRefusalText.For("certificate_revoked", CultureInfo.GetCultureInfo("fr-BE")));
        Assert.Equal(EidRefusalText.For("certificate_revoked", CultureInfo.GetCultureInfo("en")), EidRefusalText.For("certificate_revoked", CultureInfo.GetCultureInfo("it")));
    }
}
