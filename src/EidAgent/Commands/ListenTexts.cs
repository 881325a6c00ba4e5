using EidAgent.Pages;
using EidAgent.Ports;

namespace EidAgent.Commands;

/// <summary>Why <c>run</c> cannot listen, in one language. A missing member does not compile; a missing table row fails a test.</summary>
internal sealed record ListenTexts
{
    /// <summary>{0}: the path.</summary>
    public required IReadOnlyDictionary<HandedDoorProblem, string> Doors { get; init; }

    /// <summary>{0}: the port.</summary>
    public required string PortRefused { get; init; }

    /// <summary>{0}: the port.</summary>
    public required string PortUnusable { get; init; }

    private static ListenTexts Dutch { get; } = new()
    {
        Doors = new Dictionary<HandedDoorProblem, string>
        {
            [HandedDoorProblem.Taken] = "{0} is bezet: er draait al een agent van u. Stop die eerst om een andere te starten.",
            [HandedDoorProblem.ForeignFolder] = "{0} kan niet worden gebruikt: het is geen map die het systeemdeel voor u heeft gemaakt. Laat --handed weg; waar het systeemdeel geïnstalleerd is, vindt de agent zelf zijn plaats.",
            [HandedDoorProblem.Refused] = "{0} kan niet worden gebruikt: het systeem laat u daar niet luisteren. De beheerder kan het systeemdeel opnieuw installeren.",
        },
        PortRefused = "Poort {0} kan niet worden gebruikt: u mag er niet op luisteren. Poorten onder 1024 zijn voor de beheerder; websites verwachten poort 35353.",
        PortUnusable = "Poort {0} op 127.0.0.1 kan niet worden gebruikt: het systeem weigert het.",
    };

    private static ListenTexts French { get; } = new()
    {
        Doors = new Dictionary<HandedDoorProblem, string>
        {
            [HandedDoorProblem.Taken] = "{0} est occupé : un de vos agents est déjà en cours d'exécution. Arrêtez-le d'abord pour en démarrer un autre.",
            [HandedDoorProblem.ForeignFolder] = "{0} ne peut pas être utilisé : ce n'est pas un dossier que la partie système a créé pour vous. Omettez --handed ; là où la partie système est installée, l'agent trouve sa place lui-même.",
            [HandedDoorProblem.Refused] = "{0} ne peut pas être utilisé : le système ne vous laisse pas y écouter. L'administrateur peut réinstaller la partie système.",
        },
        PortRefused = "Le port {0} ne peut pas être utilisé : vous n'avez pas le droit d'y écouter. Les ports inférieurs à 1024 sont réservés à l'administrateur ; les sites attendent le port 35353.",
        PortUnusable = "Le port {0} sur 127.0.0.1 ne peut pas être utilisé : le système le refuse.",
    };

    private static ListenTexts German { get; } = new()
    {
        Doors = new Dictionary<HandedDoorProblem, string>
        {
            [HandedDoorProblem.Taken] = "{0} ist belegt: Einer Ihrer Agenten läuft schon. Beenden Sie ihn zuerst, um einen anderen zu starten.",
            [HandedDoorProblem.ForeignFolder] = "{0} kann nicht verwendet werden: Das ist kein Ordner, den der Systemteil für Sie angelegt hat. Lassen Sie --handed weg; wo der Systemteil installiert ist, findet der Agent seinen Platz selbst.",
            [HandedDoorProblem.Refused] = "{0} kann nicht verwendet werden: Das System lässt Sie dort nicht lauschen. Der Administrator kann den Systemteil neu installieren.",
        },
        PortRefused = "Port {0} kann nicht verwendet werden: Sie dürfen dort nicht lauschen. Ports unter 1024 gehören dem Administrator; Websites erwarten Port 35353.",
        PortUnusable = "Port {0} auf 127.0.0.1 kann nicht verwendet werden: Das System verweigert es.",
    };

    private static ListenTexts English { get; } = new()
    {
        Doors = new Dictionary<HandedDoorProblem, string>
        {
            [HandedDoorProblem.Taken] = "{0} is taken: an agent of yours runs already. To start another, stop it first.",
            [HandedDoorProblem.ForeignFolder] = "{0} cannot be used: it is not in a folder that the system part made for you. Leave --handed out; where the system part is installed, the agent finds its place by itself.",
            [HandedDoorProblem.Refused] = "{0} cannot be used: the system does not let you listen there. The administrator can install the system part again.",
        },
        PortRefused = "Port {0} cannot be used: you may not listen on it. Ports below 1024 are the administrator's; websites expect port 35353.",
        PortUnusable = "Port {0} on 127.0.0.1 cannot be used: the system refuses it.",
    };

    public static ListenTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };
}
