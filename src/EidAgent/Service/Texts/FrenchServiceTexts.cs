namespace EidAgent.Service.Texts;

internal static class FrenchServiceTexts
{
    public static ServiceTexts Texts { get; } = new()
    {
        SocketRefused = "L'agent ne démarre pas sur le socket transmis : {0}",
        SocketProblems = new Dictionary<SocketProblem, string>
        {
            [SocketProblem.NumberMalformed] = "LISTEN_PID ou LISTEN_FDS n'est pas un nombre.",
            [SocketProblem.Count] = "LISTEN_FDS n'indique aucun socket, ou plus de 8.",
            [SocketProblem.NoSocket] = "un descripteur est fermé ou n'est pas un socket.",
            [SocketProblem.Family] = "ce n'est ni du TCP sur IPv4 ni un flux sur un chemin.",
            [SocketProblem.NotListening] = "il n'écoute pas.",
            [SocketProblem.NotLoopback] = "il écoute sur une autre adresse que 127.0.0.1. Dans l'unité socket, écrivez ListenStream=127.0.0.1:35353.",
        },
        PortHolders = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Agent] = "Le port {0} est occupé : un de vos agents est déjà en cours d'exécution (processus {2}). C'est lui que les sites atteignent ; arrêtez-le d'abord pour en démarrer un autre.",
            [PortHolderKind.ServiceManager] = "Le port {0} est occupé : votre session démarre l'agent d'elle-même quand un site le demande. Il n'y a rien à démarrer.",
            [PortHolderKind.OtherProgram] = "Le port {0} est occupé : votre programme {1} (processus {2}) le retient. Les sites y attendent l'agent : arrêtez ce programme.",
            [PortHolderKind.AnotherUser] = "Le port {0} est occupé : un programme de l'utilisateur {3} le retient. Tant qu'il tourne, les sites ne peuvent pas atteindre votre agent ; l'administrateur peut faire en sorte que l'agent de chaque utilisateur soit atteint.",
            [PortHolderKind.Unknown] = "Le port {0} est occupé : ce système ne dit pas par qui.",
        },
    };
}
