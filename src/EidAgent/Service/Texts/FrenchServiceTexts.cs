using EidAgent.Service.Installation;

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
        CannotInstall = "Ce système ne connaît pas cette méthode, ou le chemin du programme contient un caractère de commande.",
        Wrote = "Écrit : {0}",
        NothingToWrite = "Tout y était déjà.",
        Installed = "L'agent est installé.",
        Listens = "Votre session écoute désormais : le premier site qui le demande démarre l'agent.",
        NextSystemd = "Ensuite : fermez la session et rouvrez-la, ou exécutez : systemctl --user daemon-reload && systemctl --user start eidauth-agent.socket",
        NextSession = "Ensuite : il démarre avec votre prochaine session. Pour l'avoir tout de suite, exécutez : EidAgent run",
        Removed = "Supprimé : {0}",
        NothingToRemove = "Rien n'était installé.",
        Uninstalled = "Le système ne démarre plus l'agent.",
        NotInstalled = "L'agent n'est pas installé.",
        StartMethods = new Dictionary<StartMethod, string>
        {
            [StartMethod.Systemd] = "Installé : systemd écoute et démarre l'agent quand un site le demande.",
            [StartMethod.Autostart] = "Installé : le bureau démarre l'agent avec votre session.",
            [StartMethod.Launchd] = "Installé : launchd démarre l'agent avec votre session.",
            [StartMethod.RunKey] = "Installé : Windows démarre l'agent avec votre session.",
        },
        PortStates = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Nobody] = "Personne n'écoute sur le port {0}.",
            [PortHolderKind.Agent] = "Votre agent écoute sur le port {0} (processus {2}).",
            [PortHolderKind.ServiceManager] = "Votre session écoute sur le port {0} et démarre l'agent quand un site le demande.",
            [PortHolderKind.OtherProgram] = "Votre programme {1} (processus {2}) retient le port {0} : les sites n'atteignent pas l'agent.",
            [PortHolderKind.AnotherUser] = "Un programme de l'utilisateur {3} retient le port {0} : les sites n'atteignent pas votre agent.",
            [PortHolderKind.Unknown] = "Quelqu'un écoute sur le port {0} ; ce système ne dit pas qui.",
        },
    };
}
