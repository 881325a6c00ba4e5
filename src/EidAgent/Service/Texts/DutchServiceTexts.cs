using EidAgent.Service.Installation;

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
        CannotInstall = "Dit systeem kent die manier niet, of het pad van het programma bevat een stuurteken.",
        Wrote = "Geschreven: {0}",
        NothingToWrite = "Alles was er al.",
        Installed = "De agent is geïnstalleerd.",
        Listens = "Uw sessie luistert nu: de eerste website die erom vraagt, start de agent.",
        NextSystemd = "Volgende stap: meld u af en weer aan, of voer uit: systemctl --user daemon-reload && systemctl --user start eidauth-agent.socket",
        NextSession = "Verder: hij start met uw volgende sessie. Wilt u hem meteen, voer dan uit: EidAgent run",
        Removed = "Verwijderd: {0}",
        NothingToRemove = "Er was niets geïnstalleerd.",
        Uninstalled = "Het systeem start de agent niet meer.",
        NotInstalled = "De agent is niet geïnstalleerd.",
        StartMethods = new Dictionary<StartMethod, string>
        {
            [StartMethod.Systemd] = "Geïnstalleerd: systemd luistert en start de agent wanneer een website erom vraagt.",
            [StartMethod.Autostart] = "Geïnstalleerd: het bureaublad start de agent met uw sessie.",
            [StartMethod.Launchd] = "Geïnstalleerd: launchd start de agent met uw sessie.",
            [StartMethod.RunKey] = "Geïnstalleerd: Windows start de agent met uw sessie.",
        },
        PortStates = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Nobody] = "Niemand luistert op poort {0}.",
            [PortHolderKind.Agent] = "Uw agent luistert op poort {0} (proces {2}).",
            [PortHolderKind.ServiceManager] = "Uw sessie luistert op poort {0} en start de agent wanneer een website erom vraagt.",
            [PortHolderKind.OtherProgram] = "Uw programma {1} (proces {2}) houdt poort {0} bezet: websites bereiken de agent niet.",
            [PortHolderKind.AnotherUser] = "Een programma van gebruiker {3} houdt poort {0} bezet: websites bereiken uw agent niet.",
            [PortHolderKind.Unknown] = "Iemand luistert op poort {0}; dit systeem zegt niet wie.",
        },
    };
}
