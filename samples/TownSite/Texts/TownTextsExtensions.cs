using System.Globalization;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Localization;
using TownSite.Login;

namespace TownSite.Texts;

/// <summary>The language of a request: what the person chose here, otherwise what the browser prefers.</summary>
internal static class TownTextsExtensions
{
    public static void AddTownTexts(this IServiceCollection services)
    {
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = TownTexts.All.Select(texts => new CultureInfo(texts.Tag)).ToList();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "town-language" }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.Configure<EidLoginPartOptions>(part => part.Texts = new EidLoginLanguages
        {
            Dutch = Own(part.Texts.Dutch),
            French = Own(part.Texts.French),
            German = Own(part.Texts.German),
            English = Own(part.Texts.English),
        });
        services.AddScoped(_ => TownTexts.In(CultureInfo.CurrentUICulture));
        services.AddScoped(_ => AccountTexts.In(CultureInfo.CurrentUICulture));
        services.AddScoped(_ => AccountRefusalTexts.In(CultureInfo.CurrentUICulture));
        services.AddScoped(_ => ProfileTexts.In(CultureInfo.CurrentUICulture));
        services.AddScoped(_ => SecurityTexts.In(CultureInfo.CurrentUICulture));
        services.AddScoped(_ => PlacesTexts.In(CultureInfo.CurrentUICulture));
    }

    /// <summary>The login part's texts, with who helps in this town.</summary>
    private static EidLoginTexts Own(EidLoginTexts texts) => texts with { AdviceCard = TownTexts.All.Single(own => own.Tag == texts.Tag).AdviceCard };

    /// <summary>Remembers a language and goes back to the page.</summary>
    public static void MapLanguageSwitch(this WebApplication app) => app.MapGet(
        "/language/{tag}",
        (string tag, string? returnUrl, HttpContext context) =>
        {
            if (TownTexts.All.FirstOrDefault(texts => texts.Tag == tag) is not { } texts)
            {
                return Results.NotFound();
            }

            context.Response.Cookies.Append(
                "town-language",
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(texts.Tag)),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            return Results.LocalRedirect(LocalReturn.Of(returnUrl, otherwise: "/"));
        });
}
