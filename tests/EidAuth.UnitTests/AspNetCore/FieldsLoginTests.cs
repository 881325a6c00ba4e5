using System.Net;
using System.Security.Claims;
using System.Text;
using EidAuth.AspNetCore;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Fields of the card on their way through a site: asked for, posted beside the token, verified, turned into claims, dropped.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FieldsLoginTests : IAsyncLifetime
{
    private const string Site = "https://localhost";

    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;
    private ClaimsPrincipal? principal;
    private ReadOnlyMemory<byte>? photo;

    public async ValueTask InitializeAsync() => cards = await TestCards.StartAsync(clock);

    public ValueTask DisposeAsync() => cards.DisposeAsync();

    [Theory]
    [InlineData("adult-18", "1985-03-14", "Bloemenlaan 12", "9000", "Gent")]
    [InlineData("adult-17", "1971-07-30", "Rue du Moulin 3", "5000", "Namur")]
    [InlineData("year-only", "1958", "Rue du Brou 33", "4800", "Verviers")]
    public async Task What_the_citizen_gives_becomes_claims_each_with_its_proof_and_time(string id, string birthDate, string street, string zip, string municipality)
    {
        await using var town = await StartAsync(AskAll);
        AssertLoggedIn(await LogInAsync(town, id, CardParts.Holder));

        Assert.Equal(birthDate, Proven("birthdate"));
        Assert.Equal(street, Proven("eid:street"));
        Assert.Equal(zip, Proven("eid:postal_code"));
        Assert.Equal(municipality, Proven("eid:municipality"));
        Assert.Equal(Citizen.All[id].BirthPlace, Proven("eid:birth_place"));
        Assert.Contains(Proven("gender"), (string[])["male", "female"]);
        Assert.Equal("certificate", Claim("given_name").Properties["eid:proof"]);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), Claim("sub").Properties["eid:read_at"]);
        Assert.Equal([0xFF, 0xD8], photo!.Value[..2].ToArray());
        Assert.DoesNotContain(principal!.Claims, claim => claim.Value.Contains(Citizen.All[id].NationalNumber, StringComparison.Ordinal) || claim.Value.Length > 200);
    }

    [Fact]
    public async Task Proof_and_time_are_still_there_when_the_session_is_read_again()
    {
        await using var town = await StartAsync(AskAll);
        AssertLoggedIn(await LogInAsync(town, "adult-18", CardParts.Address));
        var ticket = TicketSerializer.Default.Serialize(new AuthenticationTicket(principal!, "Cookies"));
        var claim = TicketSerializer.Default.Deserialize(ticket)!.Principal.FindFirst("eid:street")!;
        Assert.Equal(ProvenFields.Proof, claim.Properties[BelgianEidClaimTypes.ProofProperty]);
        Assert.NotEmpty(claim.Properties[BelgianEidClaimTypes.ReadAtProperty]);
    }

    [Theory]
    [InlineData(CardParts.None, "")]
    [InlineData(CardParts.Identity, "birthdate eid:birth_place eid:nationality gender")]
    [InlineData(CardParts.Address, "eid:municipality eid:postal_code eid:street")]
    [InlineData(CardParts.Photo, "")]
    public async Task What_is_declined_is_absent_and_no_error(CardParts agreed, string claims)
    {
        await using var town = await StartAsync(AskAll);
        AssertLoggedIn(await LogInAsync(town, "adult-18", agreed));
        Assert.Equal(claims, FieldClaims());
        Assert.Equal(agreed.HasFlag(CardParts.Photo), photo is not null);
        Assert.Equal(agreed == CardParts.None ? 0 : 1, town.Log.Of(3019).Count);
    }

    [Theory]
    [InlineData(CardParts.Holder)]
    [InlineData(CardParts.Identity)]
    public async Task What_was_not_asked_for_is_dropped_unread(CardParts agreed)
    {
        await using var town = await StartAsync(options => options.Fields.Address = FieldDemand.Optional);
        AssertLoggedIn(await LogInAsync(town, "adult-18", agreed));
        Assert.Equal(agreed == CardParts.Holder ? "eid:municipality eid:postal_code eid:street" : "", FieldClaims());
        Assert.Null(photo);
    }

    [Fact]
    public async Task A_site_that_asks_for_nothing_does_not_look_at_the_field()
    {
        await using var town = await StartAsync(_ => { });
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        Assert.DoesNotContain("fields", attempt.Query.Keys);
        var form = Form(attempt, "adult-18", CardParts.None);
        var fields = form.Append(new("identity", "{")).Append(new("identity", "twice"));
        AssertLoggedIn(await browser.PostAsync(fields));
        Assert.Equal("", FieldClaims());
    }

    [Fact]
    public async Task The_agent_is_asked_for_what_the_options_say()
    {
        await using var town = await StartAsync(AskAll);
        Assert.Equal("identity,address,photo", (await town.NewBrowser(Site).StartLoginAsync()).Query["fields"]);
    }

    [Theory]
    [InlineData(CardParts.Address, null)]
    [InlineData(CardParts.Holder, null)]
    [InlineData(CardParts.Identity, "fields_not_given")]
    [InlineData(CardParts.None, "fields_not_given")]
    public async Task A_field_that_the_site_cannot_do_without_must_be_given(CardParts agreed, string? code)
    {
        await using var town = await StartAsync(options =>
        {
            AskAll(options);
            options.Fields.Address = FieldDemand.Required;
        });
        AssertAnswer(await LogInAsync(town, "adult-18", agreed), code);
    }

    [Theory]
    [InlineData("bad-identity-signature", "fields_identity_signature")]
    [InlineData("bad-address-signature", "fields_address_signature")]
    [InlineData("bad-photo-hash", "fields_photo_hash")]
    [InlineData("other-national-number", "fields_of_another_person")]
    [InlineData("untrusted-register", "fields_register_untrusted")]
    [InlineData("bad-basic-key", null)]
    public async Task A_forged_card_is_refused_by_what_is_wrong_with_it(string id, string? code)
    {
        await using var town = await StartAsync(AskAll);
        AssertAnswer(await LogInAsync(town, id, CardParts.Holder), code);
    }

    [Theory]
    [InlineData("\"address\":\"", "\"address\":\"AQID\",\"x\":\"", "fields_unreadable")]
    [InlineData("{", "", "fields_malformed")]
    public async Task A_broken_part_is_refused(string old, string changed, string code)
    {
        await using var town = await StartAsync(AskAll);
        AssertAnswer(await LogInAsync(town, "adult-18", CardParts.Holder, json => ReplaceFirst(json, old, changed)), code);
    }

    [Theory]
    [InlineData(false, "18 65")]
    [InlineData(true, "18 65")]
    public async Task Facts_are_drawn_from_what_was_given_and_may_be_all_that_is_kept(bool factsOnly, string ages)
    {
        await using var town = await StartAsync(options =>
        {
            (options.Fields.Identity, options.Fields.Address, options.Fields.FactsOnly) = (FieldDemand.Optional, FieldDemand.Optional, factsOnly);
            options.Fields.Ages.Add(18);
            options.Fields.Ages.Add(65);
            options.Fields.Ages.Add(90);
            options.Fields.PostalCodes.Add("4800");
        });
        AssertLoggedIn(await LogInAsync(town, "year-only", CardParts.Holder));
        Assert.Equal(ages, string.Join(' ', principal!.FindAll("eid:age_over").Select(claim => claim.Value)));
        Assert.Equal("true", Proven("eid:resident"));
        Assert.Equal(factsOnly, principal!.FindFirst("birthdate") is null);
        Assert.Equal(factsOnly, principal.FindFirst("eid:street") is null);

        AssertLoggedIn(await LogInAsync(town, "adult-18", CardParts.Address));
        Assert.Equal("false", Proven("eid:resident"));
        Assert.Null(principal.FindFirst("eid:age_over"));
    }

    [Fact]
    public async Task Text_of_a_hostile_card_loses_what_would_turn_a_page()
    {
        await using var town = await StartAsync(AskAll);
        AssertLoggedIn(await LogInAsync(town, "hostile-name", CardParts.Address));
        Assert.Equal("\uFFFD<img src=x onerror=alert(1)>\uFFFD", Proven("eid:street"));
    }

    [Fact]
    public async Task Nothing_of_the_fields_reaches_the_log_whether_they_count_or_not()
    {
        await using var town = await StartAsync(AskAll);
        var citizen = Citizen.All["adult-18"];
        AssertLoggedIn(await LogInAsync(town, citizen.Id, CardParts.Holder));
        AssertAnswer(await LogInAsync(town, citizen.Id, CardParts.Holder, json => TamperedFields.Flip(json, "identity")), "fields_identity_signature");
        var json = cards.Give(citizen, CardParts.Holder);
        Assert.Contains("identity,address,photo", town.Log.Of(3019).Single().Text, StringComparison.Ordinal);
        foreach (var canary in (string[])[citizen.NationalNumber, citizen.Surname, citizen.Address.Street, "1985-03-14", json[200..240]])
        {
            Assert.DoesNotContain(canary, town.Log.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_form_may_be_longer_where_fields_are_asked_for_and_no_longer_than_they_can_be()
    {
        await using var asking = await StartAsync(AskAll);
        await using var plain = await StartAsync(_ => { });
        foreach (var (town, longest) in ((Town, int)[])[(plain, 48 * 1024), (asking, 102 * 1024)])
        {
            var browser = town.NewBrowser(Site);
            var attempt = await browser.StartLoginAsync();
            using var fitting = new StringContent($"state={attempt.State}&error=timed_out&x=".PadRight(longest, 'A'), Encoding.ASCII, "application/x-www-form-urlencoded");
            using var tooLong = new StringContent($"state={attempt.State}&error=timed_out&x=".PadRight(longest + 1, 'A'), Encoding.ASCII, "application/x-www-form-urlencoded");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(tooLong)).StatusCode);
            Answer.LeadsToLoginPage(await browser.PostAsync(fitting), "timed_out");
        }
    }

    [Theory]
    [InlineData("Ages", "\"Identity\": \"Optional\"")]
    [InlineData("PostalCodes", "\"Address\": \"Optional\"")]
    [InlineData("FactsOnly", "ask for no field")]
    [InlineData("Identity", "leave one out")]
    public async Task A_site_that_asks_for_what_cannot_be_does_not_start(string option, string says)
    {
        var exception = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartAsync(options =>
        {
            switch (option)
            {
                case "Ages":
                    options.Fields.Ages.Add(18);
                    break;
                case "PostalCodes":
                    options.Fields.PostalCodes.Add("900");
                    options.Fields.Address = FieldDemand.Optional;
                    break;
                case "FactsOnly":
                    (options.Fields.FactsOnly, options.Fields.Identity) = (true, FieldDemand.Optional);
                    break;
                default:
                    options.Fields.Identity = (FieldDemand)7;
                    break;
            }
        }));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
    }

    private static void AskAll(BelgianEidOptions options) =>
        (options.Fields.Identity, options.Fields.Address, options.Fields.Photo) = (FieldDemand.Optional, FieldDemand.Optional, FieldDemand.Optional);

    private static string ReplaceFirst(string text, string old, string changed)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return text[..at] + changed + text[(at + old.Length)..];
    }

    private static void AssertLoggedIn(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/me", answer.Headers.Location!.OriginalString);
    }

    private static void AssertAnswer(HttpResponseMessage answer, string? code)
    {
        if (code is null)
        {
            AssertLoggedIn(answer);
        }
        else
        {
            Answer.LeadsToLoginPage(answer, code);
        }
    }

    private Claim Claim(string type) => Assert.Single(principal!.FindAll(type));

    private string Proven(string type)
    {
        var claim = Claim(type);
        Assert.Equal("national-register-signature", claim.Properties["eid:proof"]);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), claim.Properties["eid:read_at"]);
        return claim.Value;
    }

    private string FieldClaims() =>
        string.Join(' ', principal!.Claims.Where(claim => claim.Properties.TryGetValue("eid:proof", out var proof) && proof == ProvenFields.Proof).Select(claim => claim.Type).Order(StringComparer.Ordinal));

    private Dictionary<string, string> Form(Attempt attempt, string id, CardParts agreed, Func<string, string>? change = null)
    {
        var (token, chain) = cards.Sign(id, Site, attempt.Nonce);
        var form = attempt.WithToken(token, chain);
        if (agreed != CardParts.None)
        {
            var json = cards.Give(Citizen.All[id], agreed);
            form["identity"] = change?.Invoke(json) ?? json;
        }

        return form;
    }

    private async Task<HttpResponseMessage> LogInAsync(Town town, string id, CardParts agreed, Func<string, string>? change = null)
    {
        var browser = town.NewBrowser(Site);
        return await browser.PostAsync(Form(await browser.StartLoginAsync(), id, agreed, change));
    }

    private Task<Town> StartAsync(Action<BelgianEidOptions> configure) => Town.StartAsync(
        options =>
        {
            options.Origins.Clear();
            options.Origins.Add(Site);
            options.Trust.UseTestAnchors(cards.AnchorsFolder);
            options.Events.OnLoginVerified = context =>
            {
                (principal, photo) = (context.Principal, context.Photo);
                return Task.CompletedTask;
            };
            configure(options);
        },
        clock);
}
