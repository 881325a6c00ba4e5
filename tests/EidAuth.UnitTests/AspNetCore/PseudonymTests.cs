using EidAuth.AspNetCore.Claims;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PseudonymTests
{
    // printf 'eidauth/sub/v1\0example.be/loket\00000000000097' (the 0 between two printf calls), then
    // openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f -binary | base64, in the URL alphabet without padding.
    [Fact]
    public void It_is_the_value_openssl_computes()
    {
        Assert.True(PseudonymKey.TryParse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "1", out var key));
        Assert.Equal("_jO2XKPAAF2Z3L136-PVZQMEdCQFt5bssehS-N_MvQI", new Pseudonym([key!], "example.be/loket").Of("00000000097"));
    }

    [Fact(DisplayName = "N6+: the same person with a new card has the same pseudonym")]
    public void A_new_card_changes_nothing()
    {
        // The number is all of a card that goes in.
        Assert.True(PseudonymKey.TryParse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "1", out var key));

        Assert.Equal(new Pseudonym([key!], "example.be/loket").Of("00000000097"), new Pseudonym([key!], "example.be/loket").Of("00000000097"));
    }

    [Fact(DisplayName = "N6: it differs by person, site and key")]
    public void It_differs_by_person_site_and_key()
    {
        Assert.True(PseudonymKey.TryParse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "1", out var key));
        Assert.True(PseudonymKey.TryParse("AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "2", out var otherKey));
        string[] all =
        [
            new Pseudonym([key!], "example.be/loket").Of("00000000097"),
            new Pseudonym([key!], "example.be/loket").Of("00000000029"),
            new Pseudonym([key!], "example.be/other").Of("00000000097"),
            new Pseudonym([otherKey!], "example.be/loket").Of("00000000097"),
        ];
        Assert.Equal(4, all.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ==")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("not base64 at all, and rather long as well!!")]
    public void A_key_is_base64_of_32_bytes(string text) => Assert.False(PseudonymKey.TryParse(text, "1", out _));

    [Fact]
    public void The_line_break_of_a_file_is_no_part_of_the_key() =>
        Assert.True(PseudonymKey.TryParse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\r\n", "1", out _));
}
