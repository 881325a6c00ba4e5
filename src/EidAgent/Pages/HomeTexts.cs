namespace EidAgent.Pages;

/// <summary>What the home page says of the program, in one language. A language is complete or does not compile.</summary>
internal sealed record HomeTexts
{
    public required string What { get; init; }

    /// <summary>Names the list of the agent's own pages.</summary>
    public required string Pages { get; init; }

    public static HomeTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    public static HomeTexts English { get; } = new()
    {
        What = "This program logs you in to websites with your Belgian eID card. It runs on your own computer and asks you each time. No website ever gets your PIN.",
        Pages = "Your own pages",
    };

    public static HomeTexts Dutch { get; } = new()
    {
        What = "Dit programma meldt u met uw Belgische eID-kaart aan bij websites. Het draait op uw eigen computer en vraagt het u elke keer. Geen enkele website krijgt ooit uw pincode.",
        Pages = "Uw eigen pagina's",
    };

    public static HomeTexts French { get; } = new()
    {
        What = "Ce programme vous connecte à des sites avec votre carte eID belge. Il fonctionne sur votre propre ordinateur et vous demande votre accord chaque fois. Aucun site ne reçoit jamais votre code PIN.",
        Pages = "Vos propres pages",
    };

    public static HomeTexts German { get; } = new()
    {
        What = "Dieses Programm meldet Sie mit Ihrer belgischen eID-Karte bei Websites an. Es läuft auf Ihrem eigenen Computer und fragt Sie jedes Mal. Keine Website bekommt je Ihre PIN.",
        Pages = "Ihre eigenen Seiten",
    };
}
