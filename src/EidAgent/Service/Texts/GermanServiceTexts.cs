using EidAgent.Service.Installation;

namespace EidAgent.Service.Texts;

internal static class GermanServiceTexts
{
    public static ServiceTexts Texts { get; } = new()
    {
        SocketRefused = "Der Agent startet nicht auf dem übergebenen Socket: {0}",
        SocketProblems = new Dictionary<SocketProblem, string>
        {
            [SocketProblem.NumberMalformed] = "LISTEN_PID oder LISTEN_FDS ist keine Zahl.",
            [SocketProblem.Count] = "LISTEN_FDS nennt keinen Socket oder mehr als 8.",
            [SocketProblem.NoSocket] = "ein Deskriptor ist geschlossen oder kein Socket.",
            [SocketProblem.Family] = "er ist weder TCP über IPv4 noch ein Stream auf einem Pfad.",
            [SocketProblem.NotListening] = "er lauscht nicht.",
            [SocketProblem.NotLoopback] = "er lauscht auf einer anderen Adresse als 127.0.0.1. Schreiben Sie in die Socket-Unit ListenStream=127.0.0.1:35353.",
        },
        PortHolders = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Agent] = "Port {0} ist belegt: Ein Agent von Ihnen läuft bereits (Prozess {2}). Websites erreichen diesen; beenden Sie ihn zuerst, um einen anderen zu starten.",
            [PortHolderKind.ServiceManager] = "Port {0} ist belegt: Ihre Sitzung startet den Agenten von selbst, wenn eine Website ihn braucht. Es gibt nichts zu starten.",
            [PortHolderKind.OtherProgram] = "Port {0} ist belegt: Ihr Programm {1} (Prozess {2}) hält ihn. Websites erwarten dort den Agenten: Beenden Sie dieses Programm.",
            [PortHolderKind.AnotherUser] = "Port {0} ist belegt: Ein Programm des Benutzers {3} hält ihn. Solange es läuft, erreichen Websites Ihren Agenten nicht; der Administrator kann dafür sorgen, dass der Agent jedes Benutzers erreicht wird.",
            [PortHolderKind.Unknown] = "Port {0} ist belegt: Dieses System sagt nicht, von wem.",
        },
        CannotInstall = "Dieses System kennt diese Art nicht, oder der Pfad des Programms enthält ein Steuerzeichen.",
        Wrote = "Geschrieben: {0}",
        NothingToWrite = "Alles war schon da.",
        Installed = "Der Agent ist installiert.",
        Listens = "Ihre Sitzung lauscht jetzt: Die erste Website, die ihn braucht, startet den Agenten.",
        NextSystemd = "Als Nächstes: Melden Sie sich ab und wieder an, oder führen Sie aus: systemctl --user daemon-reload && systemctl --user start eidauth-agent.socket",
        NextSession = "Als Nächstes: Er startet mit Ihrer nächsten Sitzung. Sofort startet ihn: EidAgent run",
        Removed = "Entfernt: {0}",
        NothingToRemove = "Es war nichts installiert.",
        Uninstalled = "Das System startet den Agenten nicht mehr.",
        NotInstalled = "Der Agent ist nicht installiert.",
        StartMethods = new Dictionary<StartMethod, string>
        {
            [StartMethod.Systemd] = "Installiert: systemd lauscht und startet den Agenten, wenn eine Website ihn braucht.",
            [StartMethod.Autostart] = "Installiert: Der Desktop startet den Agenten mit Ihrer Sitzung.",
            [StartMethod.Launchd] = "Installiert: launchd startet den Agenten mit Ihrer Sitzung.",
            [StartMethod.RunKey] = "Installiert: Windows startet den Agenten mit Ihrer Sitzung.",
        },
        PortStates = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Nobody] = "Niemand lauscht auf Port {0}.",
            [PortHolderKind.Agent] = "Ihr Agent lauscht auf Port {0} (Prozess {2}).",
            [PortHolderKind.ServiceManager] = "Ihre Sitzung lauscht auf Port {0} und startet den Agenten, wenn eine Website ihn braucht.",
            [PortHolderKind.OtherProgram] = "Ihr Programm {1} (Prozess {2}) hält Port {0}: Websites erreichen den Agenten nicht.",
            [PortHolderKind.AnotherUser] = "Ein Programm des Benutzers {3} hält Port {0}: Websites erreichen Ihren Agenten nicht.",
            [PortHolderKind.Unknown] = "Jemand lauscht auf Port {0}; dieses System sagt nicht, wer.",
        },
    };
}
