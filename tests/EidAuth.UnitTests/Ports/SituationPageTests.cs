using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EidAgent.Pages;
using EidAgent.Ports;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Ports;

/// <summary>The two pages for somebody who reaches the port and finds no agent of their own.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class SituationPageTests
{
    private static readonly string Answer = Encoding.UTF8.GetString(StoppedAgentPage.Response.Span);

    [Fact]
    public void There_are_four_languages_and_no_text_is_missing_or_left_untranslated()
    {
        Assert.Equal(Enum.GetValues<UiLanguage>(), PortTexts.All.Select(text => text.Language));
        var sentences = PortTexts.All.SelectMany(Sentences).ToList();
        Assert.All(sentences, sentence => Assert.False(string.IsNullOrWhiteSpace(sentence)));
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Theory]
    [InlineData("nl", "Het eID-programma werd door een andere gebruiker gestart")]
    [InlineData("fr", "Le programme eID a été lancé par un autre utilisateur")]
    [InlineData("de", "Das eID-Programm wurde von einem anderen Benutzer gestartet")]
    [InlineData("en", "The eID program was started by another user")]
    public void The_language_of_the_browser_comes_first_and_the_others_follow(string code, string heading)
    {
        var page = SituationPage.Document(UiLanguages.Of(code)!.Value, text => text.AnotherUser, "another_user", Html.None).Markup;

        Assert.Contains($"<html lang=\"{code}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Single(page.Split("<h1>").Skip(1));
        Assert.Equal(3, page.Split("<h2>").Length - 1);
        Assert.All(PortTexts.All, text => Assert.Contains(Html.Encode(text.AnotherUser.Heading), page, StringComparison.Ordinal));
        Assert.All(new[] { "nl", "fr", "de", "en" }, language => Assert.Contains($" lang=\"{language}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_system_parts_answer_is_one_whole_http_response_that_ends_the_connection()
    {
        var (head, body) = (Answer.Split("\r\n\r\n", 2)[0], Answer.Split("\r\n\r\n", 2)[1]);

        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close", head, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}"), head, StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store", head, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", head, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", head, StringComparison.Ordinal);
        Assert.Contains("<code>agent_not_running</code>", body, StringComparison.Ordinal);
        Assert.All(PortTexts.All, text => Assert.Contains(Html.Encode(text.NotRunning.Heading), body, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_nothing_else()
    {
        var style = Answer.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Contains($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; form-action 'none';", Answer, StringComparison.Ordinal);
        Assert.All(new[] { "<script", "<form", "<a ", "style=" }, element => Assert.DoesNotContain(element, Answer.Split("</style>")[1], StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sentences(PortTexts texts) => new[] { texts.AnotherUser, texts.NotRunning }
        .SelectMany(text => new[] { text.Heading, text.Explanation, text.Remedy, text.Otherwise })
        .Append(texts.ProgramName);
}
