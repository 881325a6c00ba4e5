namespace TownSite.Texts;

internal sealed partial record AccountRefusalTexts
{
    private static AccountRefusalTexts French() => new()
    {
        Tag = "fr",
        LoginExpired = "La preuve de la carte est trop ancienne ou déjà utilisée. Relisez la carte.",
        PurposeMismatch = "La carte a été lue pour autre chose. Recommencez.",
        AccountChanged = "Entre-temps, un autre compte est connecté, ou aucun. Connectez-vous et recommencez.",
        LinkedElsewhere = "Cette carte appartient déjà à un autre compte. Déliez-la d’abord là-bas, ou demandez au guichet.",
        AccountHasAnotherCard = "Une autre carte est déjà liée à ce compte. Déliez-la d’abord.",
        AccountDisabled = "Le compte de cette carte est fermé. Appelez le service Population ou écrivez-lui : population@voorbeeldegem.example.",
        NamesDiffer = "Les noms de la carte et du compte diffèrent, et vous ne l’avez pas confirmé.",
        LostRace = "Un autre lien a été fait au même instant. Voyez ce qu’il en est et recommencez si nécessaire.",
        LastWayIn = "C’est votre seule façon de vous connecter. Choisissez d’abord un mot de passe.",
        NotLinked = "Aucun lien de ce type à défaire.",
        AnotherPerson = "La carte dans le lecteur n’est pas celle de la personne connectée ici.",
        TwoAccounts = "Deux comptes appartiennent à cette carte. Seul le guichet peut y remédier.",
        TestTrust = "C’était une carte de test, et le site n’en accepte plus.",
        CodeWrong = "Ce code n’existe pas, ou il est mal tapé.",
        CodeExpired = "Ce code est trop ancien ou a été mal tapé trop souvent. Demandez-en un autre au guichet.",
        CodeUsed = "Ce code a déjà servi.",
    };
}
