using EidAuth.AspNetCore;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>
/// What somebody between card and site could change, one row each: every alteration ends with a code of its own, logs nobody in, and its untouched twin logs in. What an
/// answer was asked for is in <see cref="PurposeTests"/>.
/// </summary>
[Trait("Group", TestGroup.Town)]
public sealed class TamperingTests : IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;
    private Town town = null!;

    public async ValueTask InitializeAsync()
    {
        cards = await TestCards.StartAsync(clock);
        town = await AccountsTown.StartAtOnceAsync(
            cards, clock, options => (options.Fields.Identity, options.Fields.Address, options.Fields.Photo) = (FieldDemand.Optional, FieldDemand.Optional, FieldDemand.Optional));
    }

    public async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await cards.DisposeAsync();
    }

    [Fact]
    public async Task Untouched_the_login_succeeds() => await LogsInAsync(json => json);

    [Theory]
    [InlineData("identity", "fields_identity_signature")]
    [InlineData("address", "fields_address_signature")]
    [InlineData("photo", "fields_photo_hash")]
    public async Task Tampered_identity_address_or_photo(string member, string code) => await RefusesAsync(code, json => TamperedFields.Flip(json, member));

    [Theory]
    [InlineData("fields_identity_signature", "identitySignature")]
    [InlineData("fields_address_signature", "addressSignature")]
    public async Task A_tampered_signature(string code, string member) => await RefusesAsync(code, json => TamperedFields.Flip(json, member));

    [Fact]
    public async Task Another_persons_identity_with_ones_own_certificate()
    {
        await RefusesAsync("fields_of_another_person", _ => Give("born-2003"));
        await LogsInAsync(_ => Give("born-2003"), "born-2003");
    }

    [Theory]
    [InlineData("fields_address_signature", "born-2003", "address")]
    [InlineData("fields_address_signature", "born-2003", "address", "addressSignature")]
    [InlineData("fields_photo_hash", "adult-17", "photo")]
    [InlineData("fields_identity_signature", "born-2003", "identity")]
    public async Task One_genuine_file_of_another_person_among_ones_own(string code, string other, params string[] members) =>
        await RefusesAsync(code, json => TamperedFields.Splice(json, Give(other), members));

    [Theory]
    [InlineData("identitySignature", "fields_incomplete")]
    [InlineData("addressSignature", "fields_incomplete")]
    [InlineData("register", "fields_incomplete")]
    public async Task A_missing_signature_or_signer(string member, string code) => await RefusesAsync(code, json => TamperedFields.Without(json, member));

    [Fact]
    public async Task A_token_without_its_signature()
    {
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, attempt.Nonce);
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken(TamperedFields.Without(token, "signature"), chain)), "token_malformed");
    }

    [Fact]
    public async Task An_identity_with_another_logins_token()
    {
        var browser = town.NewBrowser(AccountsTown.Site);
        var (earlier, later) = (await browser.StartLoginAsync(), await browser.StartLoginAsync());
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, earlier.Nonce);
        Answer.LeadsToLoginPage(await browser.PostAsync(Form(later, token, chain, Give("adult-18"))), "token_signature_invalid");
        Assert.Equal("/me", (await browser.PostAsync(Form(earlier, token, chain, Give("adult-18")))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_identity_with_another_persons_token()
    {
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("born-2003", AccountsTown.Site, attempt.Nonce);
        Answer.LeadsToLoginPage(await browser.PostAsync(Form(attempt, token, chain, Give("adult-18"))), "fields_of_another_person");
    }

    [Fact]
    public async Task An_identity_with_a_used_challenge()
    {
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var cookie = browser.Cookies[attempt.CookieName];
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, attempt.Nonce);
        Assert.Equal("/me", (await browser.PostAsync(Form(attempt, token, chain, Give("adult-18")))).Headers.Location!.OriginalString);

        var again = town.NewBrowser(AccountsTown.Site);
        again.Cookies[attempt.CookieName] = cookie;
        Answer.LeadsToLoginPage(await again.PostAsync(Form(attempt, token, chain, Give("adult-18"))), "challenge_used");
        Assert.Equal([], again.Cookies.Keys);
    }

    [Fact]
    public async Task An_identity_added_to_a_login_that_did_not_ask_for_it()
    {
        await using var plain = await AccountsTown.StartAtOnceAsync(cards, clock);
        var browser = plain.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, attempt.Nonce);
        await browser.PostAsync(Form(attempt, token, chain, Give("adult-18")));
        Assert.DoesNotContain("eid:street", await AccountsTown.TextAsync(browser, "/me"), StringComparison.Ordinal);
    }

    // A program in the agent's place can do this with a card that it has. Nobody is linked by it: the page behind says whose card it was, and asks.
    [Fact]
    public async Task Another_citizens_valid_token_for_a_link_is_that_citizens_and_says_so()
    {
        await using var accounts = await AccountsTown.StartAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(accounts, cards, "born-2003", "/eid?to=/proven&link=account-of-anna");
        Assert.StartsWith("link account-of-anna;", await AccountsTown.TextAsync(browser, "/proven"), StringComparison.Ordinal);
        Assert.Equal($"{Citizen.All["born-2003"].GivenNames} {Citizen.All["born-2003"].Surname}", await AccountsTown.TextAsync(browser, "/whose"));
    }

    private static Dictionary<string, string> Form(Attempt attempt, string token, string chain, string identity)
    {
        var form = attempt.WithToken(token, chain);
        form["identity"] = identity;
        return form;
    }

    private string Give(string citizen) => cards.Give(Citizen.All[citizen], CardParts.Holder);

    private async Task<(Browser Browser, HttpResponseMessage Answer)> PostAsync(Func<string, string> change, string citizen)
    {
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign(citizen, AccountsTown.Site, attempt.Nonce);
        return (browser, await browser.PostAsync(Form(attempt, token, chain, change(Give(citizen)))));
    }

    private async Task RefusesAsync(string code, Func<string, string> change)
    {
        var (browser, answer) = await PostAsync(change, "adult-18");
        Answer.LeadsToLoginPage(answer, code);
        Assert.Empty(browser.Cookies);
    }

    private async Task LogsInAsync(Func<string, string> change, string citizen = "adult-18")
    {
        var (browser, answer) = await PostAsync(change, citizen);
        Assert.Equal("/me", answer.Headers.Location!.OriginalString);
        Assert.Contains("eid:street", await AccountsTown.TextAsync(browser, "/me"), StringComparison.Ordinal);
    }
}
