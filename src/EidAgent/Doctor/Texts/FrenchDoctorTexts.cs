namespace EidAgent.Doctor.Texts;

internal static class FrenchDoctorTexts
{
    public static readonly DoctorTexts All = new()
    {
        Statuses = new Dictionary<DoctorStatus, string>
        {
            [DoctorStatus.Ok] = "en ordre",
            [DoctorStatus.Warning] = "attention",
            [DoctorStatus.Problem] = "problème",
        },
        Findings = new Dictionary<DoctorFinding, DoctorText>
        {
            [DoctorFinding.PortFree] = new("L'agent eID n'est pas lancé.", "Lancez-le avec EidAgent run, ou faites-le démarrer tout seul avec EidAgent install."),
            [DoctorFinding.PortOwnAgent] = new("Votre agent eID répond."),
            [DoctorFinding.PortSystemPart] = new("La partie système transmet vos connexions à votre agent eID."),
            [DoctorFinding.PortNoAgent] = new("La partie système tient le port, mais votre agent eID ne prend pas de connexions.", "Lancez-le avec EidAgent run, ou fermez votre session sur l'ordinateur et ouvrez-la à nouveau."),
            [DoctorFinding.PortAnotherUser] = new("L'agent eID d'un autre utilisateur tient le port.", "Demandez à cet utilisateur de fermer sa session ou de l'arrêter ; ou faites installer la partie système par l'administrateur avec EidAgent install --system."),
            [DoctorFinding.PortAnotherProgram] = new("Un autre programme tient le port de l'agent.", "Cherchez lequel et arrêtez-le ; ce qu'il montre ne vient pas de l'agent eID."),
            [DoctorFinding.OwnerTold] = new("Le système dit à qui appartient une connexion."),
            [DoctorFinding.OwnerNotTold] = new("Le système ne dit pas à qui appartient une connexion : chaque identification sera refusée.", "L'agent doit pouvoir lire /proc/net/tcp : ne le lancez pas dans un conteneur ou un bac à sable qui le cache."),
            [DoctorFinding.SystemPartAbsent] = new("La partie système pour plusieurs utilisateurs n'est pas installée ; un utilisateur à la fois n'en a pas besoin."),
            [DoctorFinding.SystemPartReady] = new("La partie système pour plusieurs utilisateurs a une place pour vous."),
            [DoctorFinding.SystemPartNoPlace] = new("La partie système pour plusieurs utilisateurs est installée, mais n'a pas encore de place pour vous.", "Fermez votre session sur l'ordinateur et ouvrez-la à nouveau."),
            [DoctorFinding.SystemPartUnsafe] = new("Le dossier de la partie système appartient au mauvais utilisateur ou peut être modifié par d'autres.", "Faites réinstaller la partie système par l'administrateur avec EidAgent install --system."),
            [DoctorFinding.ServiceRuns] = new("Le service de cartes à puce répond."),
            [DoctorFinding.ServiceMissing] = new("Le service de cartes à puce ne répond pas.", "Démarrez-le (sous Linux : installez pcscd et exécutez systemctl start pcscd.socket), ou redémarrez l'ordinateur."),
            [DoctorFinding.ReaderFound] = new("Un lecteur de cartes est connecté."),
            [DoctorFinding.ReaderMissing] = new("Aucun lecteur de cartes n'a été trouvé.", "Branchez le lecteur ; essayez une autre prise."),
            [DoctorFinding.CardBelgian] = new("Une carte eID belge est dans le lecteur."),
            [DoctorFinding.CardMissing] = new("Aucune carte n'est dans un lecteur.", "Insérez votre carte eID dans le lecteur, la puce en avant."),
            [DoctorFinding.CardForeign] = new("La carte dans le lecteur n'est pas une carte eID belge.", "Insérez votre carte eID."),
            [DoctorFinding.CardMute] = new("La carte dans le lecteur ne répond pas.", "Retirez-la, vérifiez que la puce est du bon côté, et insérez-la à nouveau."),
            [DoctorFinding.PinWindow] = new("Il y a une fenêtre pour taper votre code PIN."),
            [DoctorFinding.PinTerminal] = new("Vous pouvez taper votre code PIN dans ce terminal."),
            [DoctorFinding.PinNowhere] = new("Il n'y a ni fenêtre ni terminal pour taper votre code PIN.", "Utilisez un lecteur à touches, ou installez pinentry-gtk2 ou pinentry-qt et lancez l'agent sur votre bureau."),
            [DoctorFinding.FolderWritable] = new("L'agent peut garder ses fichiers."),
            [DoctorFinding.FolderUnusable] = new("L'agent ne peut pas garder ses fichiers : leur dossier n'est pas accessible en écriture ou n'est pas à vous.", "Vérifiez le propriétaire et les droits de ~/.local/share/eidauth."),
            [DoctorFinding.ClockPlausible] = new("L'horloge peut être à l'heure."),
            [DoctorFinding.ClockWrong] = new("L'horloge est fausse : les certificats sembleront expirés ou pas encore valables.", "Réglez la date et l'heure, de préférence automatiquement."),
        },
    };
}
