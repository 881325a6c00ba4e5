using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Login;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginFlowTests
{
    [Theory]
    [InlineData("adult-18", "ES384")]
    [InlineData("adult-17", "RS256")]
    public async Task A_pin_in_the_window_ends_in_a_form_that_carries_a_signed_token_to_the_site(string citizen, string algorithm)
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard(citizen));

        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("https://loket.example.be", window.Question.Origin!.Value);
        var form = page.Form("back");
        Assert.Equal(RunningAgent.ReturnTo, form.Action);
        Assert.Equal(["chain", "state", "token"], form.Fields.Keys.Order());
        Assert.Equal(RunningAgent.State, form.Fields["state"]);
        Assert.True(LoginToken.TryParse(form.Fields["token"], out var token));
        Assert.Equal(algorithm, token!.Algorithm);
        Assert.True(IsSignedForTheSite(token));
        Assert.True(CertificateBag.TryParse(form.Fields["chain"], out var chain));
        Assert.Equal(2, chain.Count);
    }

    [Fact]
    public async Task A_pin_on_the_readers_keypad_opens_no_window()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        agent.Reader.Insert(agent.IssueCard());

        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "PinOnKeypad");
        await TypeAsync(agent, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok);
        page = await agent.UntilEndAsync(page);

        Assert.Equal("signed", page.Ending);
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Fact]
    public async Task A_wrong_pin_is_asked_again_with_the_tries_left()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.ConsentAsync();
        var first = await agent.Prompt.NextAsync();
        first.Type("9999");
        var second = await agent.Prompt.NextAsync();
        page = await agent.UntilStepAsync(page, "PinInWindow");
        var shown = await agent.Browser.OpenAsync(page.LoginAt);
        second.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal((3, false), (first.Question.TriesLeft!.Value, first.Question.WasWrong));
        Assert.Equal((2, true), (second.Question.TriesLeft!.Value, second.Question.WasWrong));
        Assert.Contains("That PIN was wrong. 2 tries left.", shown.Text, StringComparison.Ordinal);
        Assert.Equal("signed", page.Ending);
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task The_page_asks_for_a_card_until_one_is_inserted()
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "InsertCard");
        agent.Reader.Insert(agent.IssueCard());
        (await agent.Prompt.NextAsync()).Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("signed", page.Ending);
    }

    [Fact]
    public async Task The_card_is_logged_off_after_the_signature_and_nothing_follows()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();

        await agent.LogInAsync(card);

        Assert.StartsWith("80E6", card.Transcript[^1], StringComparison.Ordinal);
        Assert.Equal(1, RunningAgent.Count(card, "0020"));
        Assert.Equal(1, RunningAgent.Count(card, "002A"));
    }

    [Fact]
    public async Task The_page_posts_itself_only_to_the_origin_of_the_return_address()
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.LogInAsync(agent.IssueCard());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("form-action 'self' https://loket.example.be;", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("strict-origin", page.Headers["Referrer-Policy"]);
        Assert.True(page.GoesBackAtOnce);
    }

    internal static async Task TypeAsync(RunningAgent agent, params KeypadKey[] keys)
    {
        var panel = agent.Reader.Panel;
        while (!panel.KeypadWaits)
        {
            panel = await agent.Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken);
        }

        foreach (var key in keys)
        {
            agent.Reader.Press(key);
        }
    }

    private static bool IsSignedForTheSite(LoginToken token)
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        var message = new LoginMessage(origin!, RunningAgent.Nonce);
        using var certificate = X509CertificateLoader.LoadCertificate(token.UnverifiedCertificate.Span);
        using var ec = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        return ec is not null
            ? ec.VerifyData(message.SignedBytes(HashAlgorithmName.SHA384), token.Signature.Span, HashAlgorithmName.SHA384)
            : rsa!.VerifyData(message.SignedBytes(HashAlgorithmName.SHA256), token.Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
