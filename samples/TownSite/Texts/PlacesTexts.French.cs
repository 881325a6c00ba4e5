namespace TownSite.Texts;

internal sealed partial record PlacesTexts
{
    private static PlacesTexts French() => new()
    {
        Tag = "fr",
        MyPages = "Mes pages",
        Overview = "Aperçu",
        Profile = "Mes données",
        Security = "Sécurité",
        Requests = "Mes demandes",
        ProfileLead = "Ce que la commune sait de vous, et d’où elle le tient.",
        SecurityLead = "Mot de passe, carte, et où vous êtes connecté en ce moment.",
        RequestsLead = "Ce que vous avez demandé et signalé, et où cela en est.",
        LastLogin = "Votre connexion précédente",
        FirstLogin = "C’est votre première connexion.",
        ByCard = "carte eID et code PIN",
        ByPassword = "mot de passe",
        NotYou = "Ce n’était pas vous ? Voyez Sécurité.",
    };
}
