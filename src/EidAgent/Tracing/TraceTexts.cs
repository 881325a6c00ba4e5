using EidAgent.Pages;

namespace EidAgent.Tracing;

/// <summary>What a page says while a trace is written.</summary>
internal sealed record TraceTexts
{
    public required string Banner { get; init; }

    public static TraceTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    private static TraceTexts Dutch { get; } = new()
    {
        Banner = "Er loopt een kaartlogboek: de soort, de lengte en het tijdstip van elk commando aan de kaart gaan naar een bestand. Uw pincode en uw gegevens staan er niet in. Start dit programma opnieuw zonder --trace-apdu om ermee op te houden.",
    };

    private static TraceTexts French { get; } = new()
    {
        Banner = "Un journal de la carte est en cours : le genre, la longueur et le moment de chaque commande à la carte vont dans un fichier. Ni votre code PIN ni vos données n'y figurent. Pour l'arrêter, relancez ce programme sans --trace-apdu.",
    };

    private static TraceTexts German { get; } = new()
    {
        Banner = "Ein Kartenprotokoll läuft: Art, Länge und Zeitpunkt jedes Befehls an die Karte werden in eine Datei geschrieben. Ihre PIN und Ihre Daten stehen nicht darin. Um es zu beenden, starten Sie dieses Programm neu, ohne --trace-apdu.",
    };

    private static TraceTexts English { get; } = new()
    {
        Banner = "A card trace is being written: the kind, length and time of each command to the card go to a file. Your PIN and your data are not in it. To stop it, start this program again without --trace-apdu.",
    };
}
