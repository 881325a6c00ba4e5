using System.Globalization;
using System.Text;
using EidAgent.Data;
using EidAgent.Hosting;
using EidAgent.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAgent.Diary;

/// <summary>The diary's page and its buttons. An export is a button too: no link of another site puts a file of it on somebody's disk.</summary>
internal sealed class DiaryEndpoints(DiaryBook diary, OwnPages own, PageWriter pages, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(DiaryPage.At, context => ShowAsync(context, null));
        MapButton(routes, DiaryPage.On, () => diary.SwitchAsync(on: true));
        MapButton(routes, DiaryPage.Off, () => diary.SwitchAsync(on: false));
        own.MapButton(routes, DiaryPage.At, DiaryPage.Erase, (context, form) =>
            form["sure"] == "yes" ? PressAsync(context, diary.EraseAsync()) : ShowAsync(context, null, eraseNotConfirmed: true));
        own.MapButton(routes, DiaryPage.At, DiaryPage.ExportJson, (context, _) => ExportAsync(context, "eid-diary.json", "application/json", DiaryExport.Json));
        own.MapButton(routes, DiaryPage.At, DiaryPage.ExportCsv, (context, _) => ExportAsync(context, "eid-diary.csv", DiaryCsv.MediaType, DiaryCsv.Write));
    }

    private void MapButton(IEndpointRouteBuilder routes, string action, Func<Task<KeepingFault?>> press) =>
        own.MapButton(routes, DiaryPage.At, action, (context, _) => PressAsync(context, press()));

    private async Task PressAsync(HttpContext context, Task<KeepingFault?> work)
    {
        if (await work is { } fault)
        {
            await ShowAsync(context, fault);
        }
        else
        {
            OwnPages.SeePage(context, DiaryPage.At);
        }
    }

    private async Task ExportAsync(HttpContext context, string name, string type, Func<IEnumerable<DiaryEntry>, string> write)
    {
        var content = await diary.ReadAsync();
        if (content.Fault is not null)
        {
            await ShowAsync(context, content.Fault);
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        await context.Response.WriteAsync(write(content.Entries), Encoding.UTF8, context.RequestAborted);
    }

    private async Task ShowAsync(HttpContext context, KeepingFault? notDone, bool eraseNotConfirmed = false)
    {
        var language = OwnPages.LanguageOf(context);
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var view = new DiaryPage(language, await diary.ReadAsync(), own.Token(DiaryPage.At), clock.LocalTimeZone) { NotDone = notDone, EraseNotConfirmed = eraseNotConfirmed };
        await pages.PageAsync(context, Texts.In(language), DiaryTexts.In(language).Page.Heading, view.Content(page), DiaryPage.At, null);
    }
}
