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
    };
}
