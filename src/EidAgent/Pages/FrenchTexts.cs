using EidAgent.Gate;
using EidAgent.Logins;

namespace EidAgent.Pages;

internal static class FrenchTexts
{
    public static readonly Texts All = new()
    {
        Language = UiLanguage.French,
        AgentName = "Agent eID",
        LanguageChoice = "Langue",
        TestTrust = "TEST TRUST : cet agent fonctionne avec des cartes de test. Rien de ce qui s'affiche ici n'est réel.",
        Footer = "Cette page vient d'un programme de votre propre ordinateur. Ne tapez jamais votre code PIN dans une page web.",
        CodeLabel = "Code pour l'assistance :",
        Home = new("L'agent eID est actif", "Allez sur le site que vous voulez utiliser et choisissez de vous connecter avec votre eID."),
        Consent = new("Se connecter avec votre eID ?", "Ce site vous demande de vous connecter :"),
        ReadsAs = "Écrit avec ses propres lettres :",
        CheckAddress = "Est-ce bien le site auquel vous voulez vous connecter ? Sinon, cliquez sur Annuler.",
        NextHeading = "Ce qui va se passer",
        Next =
        [
            "Vous insérez votre carte eID dans le lecteur.",
            "Vous tapez votre code PIN sur le lecteur, ou dans une fenêtre de ce programme.",
            "Le site reçoit votre certificat de connexion. Il contient votre nom et votre numéro national.",
        ],
        FieldsHeading = "Le site demande aussi",
        Fields = new Dictionary<string, string>
        {
            ["identity"] = "vos données d'identité",
            ["address"] = "votre adresse",
            ["photo"] = "votre photo",
        },
        FieldsChoice = "Cochez ce que vous voulez donner ; ce que vous ne cochez pas reste sur votre carte. Pour vérifier l'authenticité, le logiciel du site voit le fichier entier de votre carte et, avec l'adresse ou la photo, aussi votre fichier d'identité. Il ne peut garder que ce que vous cochez, ou un fait qui en découle, par exemple que vous avez plus de 18 ans.",
        Continue = "Continuer",
        Cancel = "Annuler",
        Busy = new("Une autre connexion est en cours", "Le lecteur de cartes sert à un autre site. Cette page continue dès que le lecteur est libre."),
        BusyStop = "Arrêter l'autre connexion",
        LoggingInTo = "Connexion à",
        ProgressHeading = "Déroulement",
        Stages = ["Brancher le lecteur", "Insérer la carte", "Lire la carte", "Taper le code PIN", "Signer"],
        StageDone = "fait",
        StageNow = "en cours",
        StageToDo = "à faire",
        Steps = new Dictionary<LoginStep, PageText>
        {
            [LoginStep.ServiceMissing] = new("Service de lecteur de cartes arrêté", "Le service de cartes à puce de votre ordinateur ne répond pas. Démarrez-le, ou redémarrez l'ordinateur. Cette page continue d'elle-même."),
            [LoginStep.InsertReader] = new("Branchez votre lecteur de cartes", "Aucun lecteur n'a été trouvé. Branchez-le ; cette page continue d'elle-même."),
            [LoginStep.InsertCard] = new("Insérez votre carte eID", "Glissez la carte dans le lecteur, la puce en premier."),
            [LoginStep.NotBelgian] = new("Ce n'est pas une carte eID belge", "Retirez cette carte et insérez votre carte eID."),
            [LoginStep.CardMute] = new("La carte ne répond pas", "Retirez la carte, vérifiez que la puce est du bon côté et insérez-la de nouveau."),
            [LoginStep.CardBusy] = new("La carte est occupée", "Un autre programme utilise la carte. Cette page continue dès qu'elle est libre."),
            [LoginStep.Reading] = new("Lecture de votre carte", "Laissez la carte dans le lecteur."),
            [LoginStep.LastTry] = new("Il ne reste qu'un essai", "Si le prochain code est faux, votre carte sera bloquée et vous devrez vous rendre à votre commune. Vous n'êtes pas sûr de votre code ? Cliquez sur Annuler et retrouvez-le d'abord."),
            [LoginStep.PinOnKeypad] = new("Tapez votre code PIN sur le lecteur", "Utilisez les touches du lecteur, puis appuyez sur OK sur le lecteur."),
            [LoginStep.PinInWindow] = new("Tapez votre code PIN dans la fenêtre", "Une fenêtre de ce programme s'est ouverte à l'écran. Elle nomme le même site que cette page."),
            [LoginStep.Signing] = new("Signature en cours", "Laissez la carte dans le lecteur."),
        },
        PinWrong = "Ce code PIN était faux.",
        PinLength = "Un code PIN compte 4 à 12 chiffres. Aucun essai n'a été utilisé.",
        OneTryLeft = "Il reste 1 essai.",
        TriesLeft = "Il reste {0} essais.",
        UseLastTry = "Utiliser le dernier essai",
        AgentGone = "Le programme ne répond plus. Redémarrez-le, puis retournez sur le site.",
        Returning = new("Retour au site", "Si rien ne se passe, cliquez sur le bouton."),
        BackToSite = "Retour au site",
        Endings = new Dictionary<LoginEnding, PageText>
        {
            [LoginEnding.Signed] = new("Votre carte a signé", "Vous pouvez retirer votre carte."),
            [LoginEnding.Cancelled] = new("Annulé", "Vous avez annulé la connexion."),
            [LoginEnding.ConsentExpired] = new("Cela a pris trop de temps", "La connexion vous attendait et s'est arrêtée. Rien n'a été envoyé. Réessayez depuis le site."),
            [LoginEnding.Displaced] = new("Remplacée par des connexions plus récentes", "Trop de connexions attendaient, celle-ci s'est donc arrêtée. Rien n'a été envoyé. Réessayez depuis le site."),
            [LoginEnding.Stopped] = new("Arrêtée", "Vous avez arrêté cette connexion depuis la page d'une autre. Rien n'a été envoyé."),
            [LoginEnding.CardTimedOut] = new("Aucune carte insérée", "La connexion attendait votre carte et s'est arrêtée. Réessayez depuis le site."),
            [LoginEnding.PinTimedOut] = new("Aucun code PIN tapé", "La connexion attendait votre code PIN et s'est arrêtée. Réessayez depuis le site."),
            [LoginEnding.PinBlocked] = new("Le code PIN de cette carte est bloqué", "Un code faux a été tapé trois fois. Votre commune peut débloquer la carte ou vous donner un nouveau code."),
            [LoginEnding.NoCertificate] = new("Cette carte ne permet pas de se connecter", "Elle ne contient pas de certificat de connexion. Les cartes d'enfant et quelques autres n'en ont pas."),
            [LoginEnding.CardTooOld] = new("Cette carte est trop ancienne", "Les cartes de cette génération ne permettent plus de se connecter. Votre commune vous en donne une nouvelle."),
            [LoginEnding.CardRemoved] = new("La carte a été retirée", "La carte a quitté le lecteur avant la fin de la connexion. Aucun code PIN n'a été envoyé à une autre carte. Réessayez depuis le site."),
            [LoginEnding.CardReset] = new("Un autre programme est intervenu", "Un autre programme a réinitialisé la carte pendant la connexion. Fermez les autres programmes eID et réessayez."),
            [LoginEnding.ReaderLost] = new("Le lecteur a été débranché", "Le lecteur a disparu avant la fin de la connexion. Branchez-le et réessayez depuis le site."),
            [LoginEnding.ServiceLost] = new("Le service de lecteur de cartes s'est arrêté", "Le service de cartes à puce de votre ordinateur s'est arrêté pendant la connexion. Réessayez depuis le site."),
            [LoginEnding.CardBusy] = new("La carte est occupée", "Un autre programme a gardé la carte pour lui. Fermez les autres programmes eID et réessayez."),
            [LoginEnding.CardMute] = new("La carte ne répond plus", "Retirez la carte, insérez-la de nouveau et réessayez depuis le site."),
            [LoginEnding.NotActivated] = new("Cette carte n'est pas activée", "Votre commune active la carte avec vous, à l'aide des codes de la lettre que vous avez reçue."),
            [LoginEnding.CardProtocol] = new("La carte a donné une réponse inattendue", "Retirez la carte, insérez-la de nouveau et réessayez depuis le site."),
            [LoginEnding.PinEntryUnavailable] = new("Nulle part où taper votre code PIN", "Aucune fenêtre n'a pu s'ouvrir pour votre code. Utilisez un lecteur à touches, ou démarrez ce programme sur votre bureau."),
            [LoginEnding.AgentFault] = new("Une erreur s'est produite dans ce programme", "Rien n'a été envoyé. Réessayez depuis le site."),
            [LoginEnding.AgentStopping] = new("Le programme se ferme", "Rien n'a été envoyé. Démarrez le programme et réessayez depuis le site."),
        },
        Refusals = new Dictionary<AgentRefusal, PageText>
        {
            [AgentRefusal.MethodRefused] = new("Demande refusée", "Ce genre de demande ne reçoit pas de réponse ici."),
            [AgentRefusal.MetadataMissing] = new("Ce navigateur est trop ancien", "Il ne dit pas d'où vient une demande ; une connexion ne peut alors être distinguée d'une attaque. Mettez votre navigateur à jour."),
            [AgentRefusal.FrameRefused] = new("Pas à l'intérieur d'une autre page", "Cette page ne s'affiche que dans sa propre fenêtre. Réessayez depuis le site."),
            [AgentRefusal.FetchRefused] = new("Demande refusée", "Une page a tenté d'atteindre l'agent eID en arrière-plan. Ce n'est jamais permis."),
            [AgentRefusal.CrossOriginPost] = new("Demande refusée", "Un autre site a tenté d'appuyer sur un bouton de l'agent eID. Ce n'est jamais permis."),
            [AgentRefusal.PageTokenRefused] = new("Cette page est périmée", "Retournez sur le site et réessayez."),
            [AgentRefusal.FormMalformed] = new("Demande refusée", "Le formulaire est illisible. Retournez sur le site et réessayez."),
            [AgentRefusal.FormTooLarge] = new("Demande refusée", "Le formulaire est trop grand. Retournez sur le site et réessayez."),
            [AgentRefusal.NotFound] = new("Cette page n'existe pas", "Allez sur le site que vous voulez utiliser et choisissez de vous connecter avec votre eID."),
            [AgentRefusal.LoginUnknown] = new("Cette connexion est terminée", "Retournez sur le site et réessayez."),
            [AgentRefusal.RequestMalformed] = new("La demande du site est illisible", "Rien n'a été envoyé. Le site a fait une erreur ; son assistance peut utiliser le code ci-dessous."),
            [AgentRefusal.UnknownVersion] = new("Le site est plus récent que ce programme", "Mettez l'agent eID à jour et réessayez."),
            [AgentRefusal.ReturnAddressRefused] = new("L'adresse du site n'est pas permise", "Votre connexion irait à une adresse qui ne peut pas la recevoir. Rien n'a été envoyé."),
            [AgentRefusal.UnknownField] = new("Le site demande des données inconnues", "Rien n'a été envoyé. Le site a fait une erreur ; son assistance peut utiliser le code ci-dessous."),
        },
    };
}
