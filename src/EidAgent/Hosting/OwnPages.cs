using EidAgent.Gate;
using EidAgent.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAgent.Hosting;

/// <summary>
/// The pages that belong to no login: each has one address, buttons below it, and a token in every load of it that its buttons ask for. The person's language goes along in the address.
/// </summary>
internal sealed class OwnPages(PageTokens tokens, PageWriter pages)
{
    /// <summary>Where a page's button posts to.</summary>
    public static string ActionOf(string page, string action, UiLanguage language) => $"{page}/{action}?lang={language.Code()}";

    /// <summary>The language by address, otherwise the browser's.</summary>
    public static UiLanguage LanguageOf(HttpContext context) => UiLanguages.Of(context.Request.Query["lang"]) ?? UiLanguages.Preferred(context.Request);

    /// <summary>A token for the forms of that page.</summary>
    public string Token(string page) => tokens.Issue(page);

    /// <summary>Adds a button.</summary>
    /// <param name="routes">The host's.</param>
    /// <param name="page">The page's address.</param>
    /// <param name="action">One segment below it.</param>
    /// <param name="press">What it does, once the form has proven to be that page's.</param>
    public void MapButton(IEndpointRouteBuilder routes, string page, string action, Func<HttpContext, IFormCollection, Task> press) =>
        routes.MapPost($"{page}/{action}", async context =>
        {
            var (form, refusal) = await SmallForm.ReadAsync(context.Request);
            if (form is null || form["page_token"] is not [{ } token] || !tokens.IsValid(page, token))
            {
                await pages.RefuseAsync(context, form is null ? refusal : AgentRefusal.PageTokenRefused);
                return;
            }

            await press(context, form);
        });

    /// <summary>Back to the page, so that loading it again presses nothing.</summary>
    public static void SeePage(HttpContext context, string page)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{page}?lang={LanguageOf(context).Code()}";
    }
}
