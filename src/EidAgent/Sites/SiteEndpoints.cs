using EidAgent.Data;
using EidAgent.Gate;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAuth.Login;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAgent.Sites;

/// <summary>The page of sites and its buttons: the only place where a blocked site can be let in again, beside the command line.</summary>
internal sealed class SiteEndpoints(SiteBook sites, OwnPages own, PageWriter pages, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitesPage.At, context => ShowAsync(context, null));
        MapButton(routes, SitesPage.Block, origin => sites.BlockAsync(origin, clock.GetUtcNow()));
        MapButton(routes, SitesPage.Unblock, sites.UnblockAsync);
        MapButton(routes, SitesPage.Forget, sites.ForgetAsync);
    }

    private void MapButton(IEndpointRouteBuilder routes, string action, Func<Origin, Task<KeepingFault?>> press) =>
        own.MapButton(routes, SitesPage.At, action, async (context, form) =>
        {
            if (form["origin"] is not [{ } text] || !Origin.TryParse(text, out var origin))
            {
                await pages.RefuseAsync(context, AgentRefusal.FormMalformed);
            }
            else if (await press(origin!) is { } fault)
            {
                await ShowAsync(context, fault);
            }
            else
            {
                OwnPages.SeePage(context, SitesPage.At);
            }
        });

    private async Task ShowAsync(HttpContext context, KeepingFault? notDone)
    {
        var language = OwnPages.LanguageOf(context);
        var main = SitesPage.Content(language, await sites.ReadAsync(), notDone, own.Token(SitesPage.At), clock.LocalTimeZone);
        await pages.PageAsync(context, Texts.In(language), SiteTexts.In(language).Page.Heading, main, SitesPage.At, null);
    }
}
