using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class ProvenPersonTests
{
    private static readonly DateTimeOffset Read = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2500", true)]
    [InlineData("9000", false)]
    public void The_cards_address_says_where_somebody_lives(string code, bool here) =>
        Assert.Equal(here ? Residency.Here : Residency.Elsewhere, Person(Read, Field(BelgianEidClaimTypes.PostalCode, code)).Residency);

    [Fact]
    public void A_typed_address_proves_nothing() =>
        Assert.Equal(Residency.Unproven, Person(Read, Field(BelgianEidClaimTypes.PostalCode, "2500", ProfileSource.Typed)).Residency);

    [Fact]
    public void An_address_in_no_signed_file_proves_nothing() =>
        Assert.Equal(Residency.Unproven, Person(Read, Field(BelgianEidClaimTypes.PostalCode, "2500", ProfileSource.Certificate)).Residency);

    [Fact]
    public void An_address_read_too_long_ago_proves_nothing()
    {
        Assert.Equal(Residency.Unproven, Person(Read.AddSeconds(1), Field(BelgianEidClaimTypes.PostalCode, "2500")).Residency);
        Assert.Equal(Residency.Here, Person(Read, Field(BelgianEidClaimTypes.PostalCode, "2500")).Residency);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void The_fact_alone_is_enough(string fact, bool here) =>
        Assert.Equal(here ? Residency.Here : Residency.Elsewhere, Person(Read, Field(BelgianEidClaimTypes.Resident, fact)).Residency);

    [Fact]
    public void A_certificate_gives_each_datum_with_its_source()
    {
        var statement = Person(Read, Whole()).State(FormText.Form())!;

        Assert.Equal([Datum.Name, Datum.Address], statement.Data.Select(datum => datum.Datum));
        Assert.Equal(["Lotte Vermeersch", "Bloemenlaan 12, 2500 Lier"], statement.Data.Select(datum => datum.Value));
        Assert.Equal([ProfileSource.Certificate, ProfileSource.NationalRegisterSignature], statement.Data.Select(datum => datum.Source));
        Assert.All(statement.Data, datum => Assert.Equal(Read, datum.ReadAt));
    }

    [Theory]
    [InlineData(BelgianEidClaimTypes.Street)]
    [InlineData(BelgianEidClaimTypes.PostalCode)]
    [InlineData(BelgianEidClaimTypes.Municipality)]
    public void A_certificate_with_a_datum_that_is_not_proven_is_none(string missing)
    {
        Assert.Null(Person(Read, [.. Whole().Where(field => field.Name != missing)]).State(FormText.Form()));
        Assert.Null(Person(Read, [.. Whole().Where(field => field.Name != missing), Field(missing, "typed", ProfileSource.Typed)]).State(FormText.Form()));
    }

    [Fact]
    public void Of_two_readings_the_later_counts()
    {
        var earlier = Field(BelgianEidClaimTypes.PostalCode, "2500");
        var later = Field(BelgianEidClaimTypes.PostalCode, "9000");
        later.ReadAt = Read.AddDays(1);

        Assert.Equal(Residency.Elsewhere, Person(Read, earlier, later).Residency);
        Assert.Equal(Residency.Elsewhere, Person(Read, later, earlier).Residency);
    }

    [Theory]
    [InlineData("national-register-signature", nameof(Residency.Here))]
    [InlineData("certificate", nameof(Residency.Unproven))]
    [InlineData("hearsay", nameof(Residency.Unproven))]
    [InlineData(null, nameof(Residency.Unproven))]
    public void A_sessions_claim_counts_by_its_proof(string? proof, string residency)
    {
        var claim = new Claim(BelgianEidClaimTypes.PostalCode, "2500");
        if (proof is not null)
        {
            claim.Properties[BelgianEidClaimTypes.ProofProperty] = proof;
            claim.Properties[BelgianEidClaimTypes.ReadAtProperty] = Read.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        var fields = ProvenClaims.Of(new ClaimsPrincipal(new ClaimsIdentity([claim])));

        Assert.Equal(Enum.Parse<Residency>(residency), Person(Read, [.. fields]).Residency);
    }

    private static ProfileField[] Whole() =>
    [
        Field(BelgianEidClaimTypes.GivenName, "Lotte", ProfileSource.Certificate),
        Field(BelgianEidClaimTypes.FamilyName, "Vermeersch", ProfileSource.Certificate),
        Field(BelgianEidClaimTypes.Street, "Bloemenlaan 12"),
        Field(BelgianEidClaimTypes.PostalCode, "2500"),
        Field(BelgianEidClaimTypes.Municipality, "Lier"),
    ];

    private static ProvenPerson Person(DateTimeOffset since, params ProfileField[] fields) => new(fields, since, ["2500"]);

    private static ProfileField Field(string name, string value, ProfileSource source = ProfileSource.NationalRegisterSignature) =>
        new() { UserId = "u", Name = name, Value = value, Source = source, ReadAt = Read };
}
