using System.Globalization;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAuth.Simulator.Reader;

/// <summary>Draws the page for the panel of the moment, in one of four languages.</summary>
internal sealed class ReaderView(SimulatedReader reader, CardTable table, PageToken pageToken)
{
    private static readonly HtmlTemplate Page = new("page.html");
    private static readonly HtmlTemplate Place = new("place.html");
    private static readonly HtmlTemplate Face = new("face.html");
    private static readonly HtmlTemplate Keypad = new("keypad.html");
    private static readonly HtmlTemplate Group = new("group.html");
    private static readonly HtmlTemplate Trouble = new("trouble.html");
    private static readonly HtmlTemplate Choice = new("choice.html");
    private static readonly HtmlTemplate Planned = new("planned.html");
    private static readonly HtmlTemplate LanguageLink = new("language.html");

    /// <summary>The templates, for the test that looks for missing texts.</summary>
    public static IReadOnlyList<HtmlTemplate> Templates { get; } = [Page, Group, Place, Face, Keypad, Trouble, Choice, Planned, LanguageLink];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context =>
        {
            var texts = ReaderTexts.For(context.Request, context.Request.Query["lang"]);
            context.Response.Headers.ContentLanguage = texts.Language;
            context.Response.Headers.Vary = "Accept-Language";
            return Send(context, "text/html; charset=utf-8", Render(reader.Panel, texts));
        });
        MapAsset(routes, "reader.css", "text/css; charset=utf-8");
        MapAsset(routes, "reader.js", "text/javascript; charset=utf-8");
        MapAsset(routes, "icon.svg", "image/svg+xml");
    }

    /// <summary>The panel with the texts that change with it.</summary>
    public PanelMessage Message(ReaderPanel panel, ReaderTexts texts) => PanelMessage.Of(panel) with
    {
        Text = texts.Display(panel),
        Faults = [.. panel.Faults.Select(fault => new FaultMessage(FaultName.Of(fault.Kind), fault.AtCommand) { Text = texts.Fault(fault) })],
        Hints = table.Cards.Keys.ToDictionary(id => id, id => table.Hint(id, texts)),
    };

    private static void MapAsset(IEndpointRouteBuilder routes, string name, string contentType)
    {
        var content = Asset.Read(name);
        routes.MapGet("/assets/" + name, context => Send(context, contentType, content));
    }

    private static Task Send(HttpContext context, string contentType, string content)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(content, context.RequestAborted);
    }

    private string Render(ReaderPanel panel, ReaderTexts texts)
    {
        var token = pageToken.New();
        return Page.Fill(texts, new Dictionary<string, string>
        {
            ["language"] = texts.Language,
            ["languages"] = string.Concat(ReaderTexts.Languages.Select(language => LinkTo(language, texts))),
            ["token"] = token,
            ["display"] = panel.Display.ToString(),
            ["displayText"] = texts.Display(panel),
            ["digits"] = new string('\u2022', panel.Digits),
            ["digitCount"] = panel.Digits.ToString(CultureInfo.InvariantCulture),
            ["waits"] = panel.KeypadWaits ? "true" : "false",
            ["empty"] = panel.CardId is null ? "true" : "false",
            ["keypad"] = reader.PinPad ? Keypad.Fill(texts, new Dictionary<string, string> { ["token"] = token, ["language"] = texts.Language }) : "",
            ["keys"] = reader.PinPad ? "with-keys" : "without-keys",
            ["inserted"] = panel.CardId is { } id ? FaceOf(id, texts) : "",
            ["groups"] = string.Concat(table.Groups.Select(group => GroupOf(group, panel, texts))),
            ["trouble"] = Trouble.Fill(texts, new Dictionary<string, string>
            {
                ["token"] = token,
                ["language"] = texts.Language,
                ["kinds"] = string.Concat(Enum.GetValues<FaultKind>().Select(kind => ChoiceOf(kind, texts))),
                ["planned"] = string.Concat(panel.Faults.Select(fault => PlannedOf(fault, texts))),
                ["idle"] = panel.Faults.Count == 0 ? "true" : "false",
            }),
            ["advice"] = table.Advice(reader.PinPad, texts),
        });
    }

    private static string LinkTo(string language, ReaderTexts texts) => LanguageLink.Fill(texts, new Dictionary<string, string>
    {
        ["language"] = language,
        ["name"] = ReaderTexts.In(language)["language"],
        ["current"] = language == texts.Language ? "true" : "false",
    });

    private static string ChoiceOf(FaultKind kind, ReaderTexts texts) => Choice.Fill(texts, new Dictionary<string, string>
    {
        ["value"] = FaultName.Of(kind),
        ["name"] = texts["fault." + kind],
    });

    private static string PlannedOf(PlannedFault fault, ReaderTexts texts) => Planned.Fill(texts, new Dictionary<string, string> { ["fault"] = texts.Fault(fault) });

    private string GroupOf(IGrouping<CitizenGroup, string> group, ReaderPanel panel, ReaderTexts texts) => Group.Fill(texts, new Dictionary<string, string>
    {
        ["group"] = group.Key.ToString(),
        ["name"] = texts["group." + group.Key],
        ["places"] = string.Concat(group.Select(card => PlaceOf(card, panel, texts))),
    });

    private string PlaceOf(string id, ReaderPanel panel, ReaderTexts texts) => Place.Fill(texts, new Dictionary<string, string>
    {
        ["id"] = id,
        ["empty"] = id == panel.CardId ? "true" : "false",
        ["surname"] = Citizen.All.GetValueOrDefault(id)?.Surname ?? id,
        ["face"] = FaceOf(id, texts),
    });

    private string FaceOf(string id, ReaderTexts texts)
    {
        var citizen = Citizen.All.GetValueOrDefault(id);
        return Face.Fill(texts, new Dictionary<string, string>
        {
            ["id"] = id,
            ["tint"] = table.Tint(id).ToString(CultureInfo.InvariantCulture),
            ["surname"] = citizen?.Surname ?? id,
            ["givenNames"] = citizen?.GivenNames ?? "",
            ["applet"] = citizen?.Applet ?? "",
            ["hint"] = table.Hint(id, texts),
        });
    }
}
