using System.Text.Json;
using EidAgent.Gate;
using EidAgent.Prompts;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace EidAuth.E2ETests.Attacks;

/// <summary>
/// What a page can do to the agent in a real browser: names that resolve here, scripts, frames, forms. Each against the agent as it is, and against one put together
/// without the defence, where it succeeds.
/// </summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class BrowserAttackTests(AttackSite attacker) : IClassFixture<AttackSite>
{
    // The ways in which a page of the agent's own origin can read another one.
    private const string ReadEveryWay = """
        async login => {
          const until = async (holds, patience = 15000) => {
            for (const end = Date.now() + patience; Date.now() < end && !holds();) await new Promise(r => setTimeout(r, 50));
          };
          const seen = {};
          try { seen.fetch = await (await fetch(login)).text(); } catch (e) { seen.fetch = String(e); }
          const opened = window.opened = window.open(login);
          try {
            await until(() => opened.location.href !== 'about:blank' && opened.document.readyState === 'complete' && opened.document.body);
            seen.window = opened.document.documentElement.outerHTML;
          } catch (e) { seen.window = String(e); }
          return seen;
        }
        """;

    // The page's own script lets the button rest for most of a second.
    private const string PressRested = """
        async () => {
          await new Promise(r => setTimeout(r, 1500));
          window.opened.document.getElementById('continue').click();
        }
        """;

    private const string CallEveryWay = """
        async login => {
          const event = (element, address) => new Promise(done => {
            element.onload = () => done('load');
            element.onerror = () => done('error');
            element.src = address;
            if (element instanceof HTMLLinkElement) { element.rel = 'stylesheet'; element.href = address; }
            document.body.append(element);
          });
          const socket = address => new Promise(done => {
            const ws = new WebSocket(address.replace('http:', 'ws:'));
            ws.onopen = () => done('open');
            ws.onclose = e => done('close ' + e.code);
          });
          const ask = async options => {
            try { const answer = await fetch(login, options); return answer.type + ' ' + answer.status; } catch (e) { return e.name; }
          };
          return {
            cors: await ask({}), noCors: await ask({ mode: 'no-cors' }), post: await ask({ mode: 'no-cors', method: 'POST', body: 'a=b' }),
            put: await ask({ method: 'PUT' }), credentials: await ask({ credentials: 'include' }),
            image: await event(new Image(), login), script: await event(document.createElement('script'), login),
            style: await event(document.createElement('link'), login), socket: await socket(login), beacon: navigator.sendBeacon(login, 'x'),
          };
        }
        """;

    // A frame that is refused counts as loaded: what is shown in it is the browser's own page.
    private const string FrameEveryWay = """
        async login => {
          for (const [name, attribute] of [['embed', 'src'], ['object', 'data']]) {
            const element = document.createElement(name);
            element[attribute] = login;
            document.body.append(element);
          }
          const frame = document.createElement('iframe');
          const loaded = new Promise(done => { frame.onload = done; setTimeout(done, 60000); });
          frame.src = login;
          document.body.append(frame);
          await loaded;
        }
        """;

    private const string Uncover = """
        () => {
          let isSent = false;
          document.addEventListener('submit', event => { isSent = !event.defaultPrevented; });
          window.dispatchEvent(new Event('focus'));
          document.getElementById('continue').click();
          return isSent;
        }
        """;

    // What opens from it has its forms and its origin, and no script.
    private const string SandboxedLink = """
        login => {
          const frame = document.createElement('iframe');
          frame.sandbox = 'allow-popups allow-forms allow-same-origin';
          frame.srcdoc = `<a target="_blank" href="${login.replaceAll('&', '&amp;')}">open</a>`;
          document.body.append(frame);
        }
        """;

    private const string PostForm = """
        form => {
          const element = document.createElement('form');
          element.method = 'post';
          element.action = form.action;
          for (const [name, value] of Object.entries(form.fields)) {
            const field = document.createElement('input');
            [field.type, field.name, field.value] = ['hidden', name, value];
            element.append(field);
          }
          document.body.append(element);
          element.submit();
        }
        """;

    [Fact]
    public async Task A_name_that_resolves_here_reads_two_words_and_presses_nothing()
    {
        await using var agent = await StartAsync();

        var seen = await ReboundAsync(agent);

        Assert.All([seen.Fetch, seen.Window], text => Assert.DoesNotContain("page_token", text, StringComparison.Ordinal));
        Assert.All([seen.Fetch, seen.Window], text => Assert.DoesNotContain("eid", text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(agent.Log.Lines, line => line.Contains("foreign_host", StringComparison.Ordinal));
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Fact]
    public async Task Without_the_look_at_the_name_it_is_stopped_by_what_browsers_do_not_say_to_such_names()
    {
        await using var agent = await StartAsync(Without<HostCheck>);

        var seen = await ReboundAsync(agent);

        Assert.DoesNotContain("page_token", seen.Window, StringComparison.Ordinal);
        Assert.Contains("metadata_missing", seen.Window, StringComparison.Ordinal);
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Fact]
    public async Task Without_both_the_page_reads_the_consent_page_and_presses_its_button()
    {
        await using var agent = await StartAsync(services =>
        {
            Without<HostCheck>(services);
            Without<FetchCheck>(services);
        });

        var seen = await ReboundAsync(agent);

        Assert.Contains("page_token", seen.Window, StringComparison.Ordinal);
        agent.Browser.Reading();
        await seen.Page.EvaluateAsync(PressRested);
        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
    }

    [Fact]
    public async Task To_a_script_the_agent_is_any_server_that_refuses()
    {
        await using var agent = await StartAsync();
        var page = await attacker.OpenAsync();

        var ofAgent = await CallAsync(page, Login(agent));
        var ofOther = await CallAsync(page, attacker.Other + "/login");

        Assert.Equal(ofOther, ofAgent);
        Assert.DoesNotContain("basic", ofAgent, StringComparison.Ordinal);
        Assert.Contains("TypeError", ofAgent, StringComparison.Ordinal);
        Assert.Contains(agent.Log.Lines, line => line.Contains("fetch_refused", StringComparison.Ordinal));
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains("[1201]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_look_at_the_kind_of_request_a_script_has_logins_taken_in()
    {
        await using var agent = await StartAsync(Without<FetchCheck>);

        await CallAsync(await attacker.OpenAsync(), Login(agent));

        Assert.Contains(agent.Log.Lines, line => line.Contains("[1201]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_frame_shows_the_consent_page()
    {
        await using var agent = await StartAsync();
        var page = await attacker.OpenAsync();

        await page.EvaluateAsync(FrameEveryWay, Login(agent));

        Assert.False(await IsFramedAsync(page));
        Assert.Contains(agent.Log.Lines, line => line.Contains("frame_refused", StringComparison.Ordinal));
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains("[1201]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_look_at_frames_the_headers_still_keep_it_from_being_shown()
    {
        await using var agent = await StartAsync(Without<FetchCheck>);
        var page = await attacker.OpenAsync();

        await page.EvaluateAsync(FrameEveryWay, Login(agent));

        Assert.False(await IsFramedAsync(page));
    }

    [Fact]
    public async Task Without_both_the_consent_page_is_shown_in_a_frame()
    {
        await using var agent = await StartAsync(services =>
        {
            Without<FetchCheck>(services);
            services.AddTransient<IStartupFilter, NoFrameHeaders>();
        });
        var page = await attacker.OpenAsync();

        await page.EvaluateAsync(FrameEveryWay, Login(agent));

        Assert.True(await IsFramedAsync(page));
    }

    [Theory]
    [InlineData("continue", true)]
    [InlineData("continue", false)]
    [InlineData("cancel", true)]
    [InlineData("block", true)]
    [InlineData("stop-other", true)]
    public async Task A_form_of_another_site_presses_no_button(string button, bool knowsToken)
    {
        await using var agent = await StartAsync();
        var page = await attacker.OpenAsync();
        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        var text = await PostAsync(page, agent, consent, button, knowsToken);

        Assert.Contains("cross_origin_post", text, StringComparison.Ordinal);
        Assert.Equal(0, agent.Prompt.Opened);
        Assert.NotNull((await agent.Browser.OpenAsync(consent.LoginAt)).FindForm("continue"));
    }

    [Fact]
    public async Task Without_the_look_at_its_origin_a_form_with_the_token_opens_the_pin_window()
    {
        await using var agent = await StartAsync(Without<FetchCheck>);
        var page = await attacker.OpenAsync();
        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        await PostAsync(page, agent, consent, "continue", knowsToken: true);

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
    }

    /// <summary>
    /// The consent page waits under a window of the attacker's, which closes under the first click of a double click. The server's own time is over by then; the page's begins when it comes to the front.
    /// </summary>
    [Fact]
    public async Task A_double_click_on_a_window_over_it_does_not_press_the_button_below()
    {
        await using var agent = await StartAsync();
        var (page, isSent) = await UncoveredAsync(agent);

        Assert.False(isSent);
        Assert.Equal(0, agent.Prompt.Opened);

        // Whoever reads it presses the same button.
        await page.ClickAsync("#continue[data-ready]");
        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
    }

    [Fact]
    public async Task Where_the_page_takes_no_notice_of_that_the_button_below_is_pressed()
    {
        await using var agent = await StartAsync();
        var (_, isSent) = await UncoveredAsync(agent, first: "const add = window.addEventListener; window.addEventListener = (type, ...more) => type === 'focus' ? undefined : add.call(window, type, ...more);");

        Assert.True(isSent);
        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
    }

    /// <summary>A window that inherits from its opener that no script runs in it: the button would rest no more, and it is not shown (Cross-Origin-Opener-Policy).</summary>
    [Fact]
    public async Task No_window_shows_the_consent_page_without_its_script()
    {
        await using var agent = await StartAsync();
        var page = await attacker.OpenAsync();
        await page.EvaluateAsync(SandboxedLink, Login(agent));

        var opened = await page.RunAndWaitForPopupAsync(() => page.FrameLocator("iframe").Locator("a").ClickAsync());
        await opened.WaitForFunctionAsync("() => location.href.startsWith('chrome-error:') || document.getElementById('continue')", null, new() { Timeout = 120_000 });

        Assert.StartsWith("chrome-error:", await opened.EvaluateAsync<string>("() => location.href"), StringComparison.Ordinal);
        Assert.Contains(agent.Log.Lines, line => line.Contains("[1201]", StringComparison.Ordinal));
    }

    private static async Task<RunningAgent> StartAsync(Action<IServiceCollection>? compose = null)
    {
        var agent = await RunningAgent.StartAsync(compose: compose);
        agent.Reader.Insert(agent.IssueCard());
        return agent;
    }

    private static void Without<TCheck>(IServiceCollection services)
        where TCheck : IRequestCheck =>
        services.Remove(Assert.Single(services, service => service.ServiceType == typeof(IRequestCheck) && service.ImplementationType == typeof(TCheck)));

    private static string Login(RunningAgent agent) => new Uri(agent.Browser.Agent, RunningAgent.LoginAddress()).AbsoluteUri;

    // The name's first answer is the attacker's server, which the route stands for; from then on it is this computer.
    private async Task<(string Fetch, string Window, IPage Page)> ReboundAsync(RunningAgent agent)
    {
        var page = await attacker.OpenBlankAsync();
        var first = $"http://rebind.test:{agent.Browser.Agent.Port}/first";
        await page.RouteAsync(first, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><body></body>" }));
        await page.GotoAsync(first);
        var seen = await page.EvaluateAsync<JsonElement>(ReadEveryWay, RunningAgent.LoginAddress());
        return (seen.GetProperty("fetch").GetString()!, seen.GetProperty("window").GetString()!, page);
    }

    private static async Task<string> CallAsync(IPage page, string address) => (await page.EvaluateAsync<JsonElement>(CallEveryWay, address)).GetRawText();

    private static async Task<string> PostAsync(IPage page, RunningAgent agent, AgentPage consent, string button, bool knowsToken)
    {
        var fields = new Dictionary<string, string> { ["page_token"] = knowsToken ? consent.Form("continue").Fields["page_token"] : "" };
        var there = page.WaitForURLAsync(address => address.StartsWith(agent.Browser.Agent.AbsoluteUri, StringComparison.Ordinal));
        agent.Browser.Reading();
        await page.EvaluateAsync(PostForm, new { action = new Uri(agent.Browser.Agent, $"{consent.LoginAt}/{button}").AbsoluteUri, fields });
        await there;
        return await page.Locator("body").InnerTextAsync();
    }

    // The browser under test takes every tab for one in front, so that the event which tells of it is made here; the click follows in the same moment.
    private async Task<(IPage Page, bool IsSent)> UncoveredAsync(RunningAgent agent, string first = "0;")
    {
        var page = await attacker.OpenBlankAsync();
        page.SetDefaultTimeout(120_000);
        await page.AddInitScriptAsync(first);
        var asked = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        await page.GotoAsync(new Uri(agent.Browser.Agent, asked.LoginAt).AbsoluteUri);
        await page.WaitForSelectorAsync("#continue[data-ready]");
        agent.Browser.Reading();
        return (page, await page.EvaluateAsync<bool>(Uncover));
    }

    private static async Task<bool> IsFramedAsync(IPage page)
    {
        foreach (var frame in page.Frames.Where(frame => frame != page.MainFrame))
        {
            if (await frame.Locator("#continue").CountAsync() > 0)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class NoFrameHeaders : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.Remove("X-Frame-Options");
                    context.Response.Headers.Remove("Content-Security-Policy");
                    context.Response.Headers.Remove("Cross-Origin-Resource-Policy");
                    return Task.CompletedTask;
                });
                return rest(context);
            });
            next(app);
        };
    }
}
