namespace EidAuth.AspNetCore;

public sealed partial record EidLoginTexts
{
    /// <summary>French, as the package has it.</summary>
    public static EidLoginTexts French { get; } = new()
    {
        Tag = "fr",
        CardTitle = "Avec votre carte eID",
        CardStepReader = "Préparez votre carte et un lecteur de cartes.",
        CardStepClick = "Cliquez ci-dessous. Votre propre programme eID s’ouvre et nomme ce site.",
        CardStepPin = "Tapez votre code PIN là-bas, jamais sur ce site.",
        CardLink = "Se connecter avec l’eID",
        PasswordTitle = "Avec nom d’utilisateur et mot de passe",
        PasswordLead = "Pour qui a un compte de la commune.",
        UserName = "Nom d’utilisateur",
        Password = "Mot de passe",
        PasswordButton = "Se connecter par mot de passe",
        OtherTitle = "D’une autre façon",
        OtherButton = "Se connecter avec {0}",
        HelpTitle = "Cela ne marche pas avec la carte ?",
        HelpNoAgent = "Je n’ai pas encore de programme eID",
        HelpNoAgentText = "La connexion par carte passe par un petit programme sur votre ordinateur. Installez-le une fois, revenez à cet onglet et cliquez de nouveau : rien n’est à redémarrer. Ne le faites que sur un ordinateur qui est le vôtre.",
        HelpNoAgentLink = "Vers le programme eID",
        HelpNothing = "Il ne se passe rien, ou la page est inaccessible",
        HelpNothingText = "Si votre navigateur dit que 127.0.0.1 est inaccessible, le programme eID n’est pas lancé. Lancez-le et cliquez de nouveau. Si votre navigateur demande si ce site peut accéder à des appareils de votre ordinateur, autorisez-le.",
        HelpCard = "La carte n’est pas lue",
        HelpCardText = "Insérez la carte, puce en avant, jusqu’au fond du lecteur. Attendez quelques secondes. Si cela n’aide pas, branchez le lecteur ailleurs et fermez les autres programmes qui utilisent la carte.",
        RefusedStopped = "Vous n’êtes pas connecté",
        RefusedAgain = "La connexion a échoué",
        RefusedLater = "La connexion par carte est momentanément impossible",
        RefusedCard = "Cette carte ne permet pas de se connecter",
        AdviceStopped = "Recommencez quand vous voulez.",
        AdviceAgain = "Réessayez ci-dessous.",
        AdviceLater = "Vous n’avez rien à faire de votre côté.",
        AdviceCard = "Le service Population de votre commune vous aide.",
        AdviceOtherWay = "Ou connectez-vous d’une autre façon.",
        CodeForHelpDesk = "Code pour le service d’aide :",
    };
}
