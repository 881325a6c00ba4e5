namespace EidAgent.Service.Texts;

internal static class DutchServiceTexts
{
    public static ServiceTexts Texts { get; } = new()
    {
        SocketRefused = "De agent start niet op de doorgegeven socket: {0}",
        SocketProblems = new Dictionary<SocketProblem, string>
        {
            [SocketProblem.NumberMalformed] = "LISTEN_PID of LISTEN_FDS is geen getal.",
            [SocketProblem.Count] = "LISTEN_FDS noemt geen socket, of meer dan 8.",
            [SocketProblem.NoSocket] = "een descriptor is gesloten of is geen socket.",
            [SocketProblem.Family] = "het is geen TCP over IPv4 en geen stream op een pad.",
            [SocketProblem.NotListening] = "hij luistert niet.",
            [SocketProblem.NotLoopback] = "hij luistert op een ander adres dan 127.0.0.1. Schrijf in de socket-unit ListenStream=127.0.0.1:35353.",
        },
        PortHolders = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Agent] = "Poort {0} is bezet: er draait al een agent van u (proces {2}). Websites bereiken die; stop hem eerst als u een andere wilt starten.",
            [PortHolderKind.ServiceManager] = "Poort {0} is bezet: uw sessie start de agent vanzelf wanneer een website hem nodig heeft. Er hoeft niets gestart te worden.",
            [PortHolderKind.OtherProgram] = "Poort {0} is bezet: uw programma {1} (proces {2}) houdt ze vast. Websites verwachten daar de agent: stop dat programma.",
            [PortHolderKind.AnotherUser] = "Poort {0} is bezet: een programma van gebruiker {3} houdt ze vast. Zolang dat loopt, kunnen websites uw agent niet bereiken; de beheerder kan ervoor zorgen dat de agent van elke gebruiker bereikt wordt.",
            [PortHolderKind.Unknown] = "Poort {0} is bezet: dit systeem zegt niet door wie.",
        },
    };
}
