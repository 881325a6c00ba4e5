using System.Net;
using System.Text.RegularExpressions;
using EidAgent.Pages;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>No request of any kind makes a page on which a PIN could be typed, and every parameter that would carry one is refused.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed partial class PinHarvestTests
{
    private static readonly string[] Names = ["pin", "PIN", "Pin", "pin_code", "pincode", "code", "password", "passwd", "secret", "puk", "eid_pin", "user_pin", "p1n", "digits", "verify"];

    public static TheoryData<string> PinNames => [.. Names];

    [Theory]
    [MemberData(nameof(PinNames))]
    public async Task A_request_with_a_pin_in_it_is_refused_under_whatever_name(string name)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&{name}=1234"));

        Assert.Equal((HttpStatusCode.BadRequest, "request_malformed"), (page.Status, page.Code));
    }

    [Fact]
    public async Task No_page_has_a_field_that_somebody_could_type_into()
    {
        var pages = await EveryPageAsync(compose: null);

        Assert.True(pages.Count > 40, "hardly any page was seen: the search is wrong");
        Assert.All(pages, page => Assert.False(CanBeTypedInto(page), page.Address));
    }

    [Fact]
    public async Task An_agent_with_such_a_page_is_found_out()
    {
        var pages = await EveryPageAsync(services => services.AddTransient<IStartupFilter, PinField>());

        Assert.Contains(pages, CanBeTypedInto);
    }

    [Theory]
    [InlineData("""<input name="x">""", true)]
    [InlineData("""<input type="password" name="x">""", true)]
    [InlineData("""<textarea></textarea>""", true)]
    [InlineData("""<p contenteditable>""", true)]
    [InlineData("""<input type="hidden" name="x" value="1">""", false)]
    [InlineData("""<input type="checkbox" id="x">""", false)]
    public void Such_a_field_is_recognised(string markup, bool typed) => Assert.Equal(typed, TypedField().IsMatch(markup));

    // The agent's own pages for its person may come to have fields; none of them is a place for digits.
    private static bool CanBeTypedInto(AgentPage page) => TypedField().IsMatch(page.Html);

    private static async Task<List<AgentPage>> EveryPageAsync(Action<IServiceCollection>? compose)
    {
        var pages = new List<AgentPage>();
        await using var agent = await RunningAgent.StartAsync(compose: compose);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        foreach (var name in Names)
        {
            pages.Add(await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&{name}=1234")));
            pages.Add(await agent.Browser.OpenAsync("/" + name));
            pages.Add(await agent.Browser.OpenAsync($"/?{name}=1"));
        }

        // A login with a wrong PIN, then the right one: every page on its way.
        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        pages.Add(consent);
        pages.Add(await agent.Browser.PostAsync(consent.Form("continue").Action, new FormUrlEncodedContent([new("page_token", "wrong"), new("pin", "1234")])));
        var page = await agent.Browser.SubmitAsync(consent.Form("continue"));
        pages.Add(page);
        (await agent.Prompt.NextAsync()).Type("9999");
        var again = await agent.Prompt.NextAsync();
        pages.Add(await agent.Browser.OpenAsync(page.LoginAt));
        again.Type("1234");
        pages.Add(await agent.UntilEndAsync(page));
        foreach (var own in (string[])["/", "/pin", "/sites", "/diary", LoginPaths.Ask])
        {
            pages.Add(await agent.Browser.OpenAsync(own));
        }

        pages.Add(await agent.Browser.OpenAsync("/", ("Host", "attacker.example")));
        Assert.Equal("signed", pages.Single(seen => seen.Ending is not null).Ending);
        return pages;
    }

    [GeneratedRegex("""<textarea|<select|contenteditable|<input(?![^>]*type="(?:hidden|checkbox)")""", RegexOptions.IgnoreCase)]
    private static partial Regex TypedField();

    private sealed class PinField : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path == "/pin"
                ? context.Response.WriteAsync("""<form><label>PIN<input type="password" name="pin"></label></form>""")
                : rest(context));
            next(app);
        };
    }
}
