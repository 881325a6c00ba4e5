namespace TownSite.Texts;

internal sealed partial record AccountTexts
{
    private static AccountTexts French() => new()
    {
        Tag = "fr",
        UserName = "Nom d’utilisateur",
        Password = "Mot de passe",
        Closed = "Ce compte est fermé. Appelez le service Population ou écrivez-lui : population@voorbeeldegem.example.",
        FirstTitle = "Première visite avec cette carte",
        FirstLead = "La commune ne connaît pas encore cette carte. Vérifiez que c’est bien la vôtre, puis choisissez comment continuer.",
        ProvenName = "La carte est au nom de",
        WillKeep = "Voici ce que la commune garde si vous créez un compte :",
        KeepNames = "vos prénoms et votre nom, tels que la carte les prouve",
        KeepReference = "un identifiant auquel cette commune reconnaît votre carte, même renouvelée",
        KeepNoNumber = "pas : votre numéro de registre national, votre photo, votre adresse",
        MakeAccount = "Créer mon compte",
        NotMe = "Ce n’est pas moi : arrêter",
        HaveTitle = "J’ai déjà un compte",
        HaveLead = "Prouvez-le par votre mot de passe. Ensuite, la carte et le mot de passe mènent tous deux au même compte.",
        LinkByPassword = "Lier la carte à mon compte",
    };
}
