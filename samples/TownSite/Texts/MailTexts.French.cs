namespace TownSite.Texts;

internal sealed partial record MailTexts
{
    private static MailTexts French() => new()
    {
        Tag = "fr",
        Greeting = "Bonjour,",
        StateSubject = "Votre demande {0}",
        StateBody = "Votre demande {0} a un nouvel état : {1}.",
        StateRead = "Connectez-vous sur {0} et ouvrez « Mes demandes » pour lire notre message.",
        AddressSubject = "Votre adresse e-mail auprès de la commune a changé",
        AddressBody = "Les messages sur votre compte iront désormais à une autre adresse. Cette ancienne adresse n’en recevra plus.",
        LinkedSubject = "Une carte eID est liée à votre compte",
        LinkedBody = "Désormais, une carte eID donne accès à votre compte.",
        UnlinkedSubject = "La carte eID est déliée de votre compte",
        UnlinkedBody = "Cette carte ne donne plus accès à votre compte.",
        NotYou = "Ce n’était pas vous ? Connectez-vous sur {0}, annulez-le sous « Sécurité », ou appelez la commune.",
        Closing = "La commune ne demande jamais votre code PIN ni votre mot de passe, pas non plus par e-mail.",
    };
}
