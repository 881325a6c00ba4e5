using EidAgent.Pages;

namespace EidAgent.Diary;

internal sealed partial record DiaryTexts
{
    public static DiaryTexts English { get; } = new()
    {
        Page = new("Your diary", "Which websites asked for your card with this program, what they asked for, and what you gave. It names websites and kinds of data, never a name, a number or a PIN. It is kept on this computer, for you alone."),
        IsOn = "The diary is on.",
        IsOff = "The diary is off. Nothing new is written down.",
        Empty = "Nothing has been written down yet.",
        Asked = "Asked for",
        Outcome = "What happened",
        Given = "Left your card",
        Nothing = "nothing",
        Purposes = new Dictionary<DiaryPurpose, string>
        {
            [DiaryPurpose.Login] = "Login",
            [DiaryPurpose.SessionEnd] = "End of a session, because the card left",
        },
        Outcomes = new Dictionary<DiaryOutcome, string>
        {
            [DiaryOutcome.Unfinished] = "not finished",
            [DiaryOutcome.Allowed] = "allowed",
            [DiaryOutcome.Refused] = "refused",
            [DiaryOutcome.Expired] = "expired",
            [DiaryOutcome.Blocked] = "blocked",
            [DiaryOutcome.Failed] = "failed",
            [DiaryOutcome.Sent] = "sent",
            [DiaryOutcome.NotSent] = "not sent",
        },
        Fields = new Dictionary<string, string>
        {
            ["certificate"] = "login certificate (name and national number)",
            ["identity"] = "identity data",
            ["address"] = "address",
            ["photo"] = "photo",
        },
        Pages = "Pages of the diary",
        PageOf = "Page {0} of {1}",
        Newer = "Newer",
        Older = "Older",
        TakeAway = "Take it with you",
        ExportJson = "Save as JSON",
        ExportCsv = "Save for a spreadsheet (CSV)",
        Settings = "Keep or erase",
        SwitchOn = "Switch the diary on",
        SwitchOff = "Switch the diary off",
        Erase = "Erase the diary",
        EraseConfirm = "Yes, erase every entry. They cannot be brought back.",
        EraseNotConfirmed = "Nothing was erased. Tick the box first.",
        Erased = "The diary is erased.",
    };

    public static DiaryTexts Dutch { get; } = new()
    {
        Page = new("Uw dagboek", "Welke websites met dit programma om uw kaart vroegen, wat ze vroegen en wat u gaf. Het noemt websites en soorten gegevens, nooit een naam, een nummer of een pincode. Het wordt op deze computer bewaard, voor u alleen."),
        IsOn = "Het dagboek staat aan.",
        IsOff = "Het dagboek staat uit. Er wordt niets nieuws opgeschreven.",
        Empty = "Er is nog niets opgeschreven.",
        Asked = "Gevraagd",
        Outcome = "Wat er gebeurde",
        Given = "Verliet uw kaart",
        Nothing = "niets",
        Purposes = new Dictionary<DiaryPurpose, string>
        {
            [DiaryPurpose.Login] = "Aanmelding",
            [DiaryPurpose.SessionEnd] = "Einde van een sessie, omdat de kaart weg was",
        },
        Outcomes = new Dictionary<DiaryOutcome, string>
        {
            [DiaryOutcome.Unfinished] = "niet afgelopen",
            [DiaryOutcome.Allowed] = "toegestaan",
            [DiaryOutcome.Refused] = "geweigerd",
            [DiaryOutcome.Expired] = "verlopen",
            [DiaryOutcome.Blocked] = "geblokkeerd",
            [DiaryOutcome.Failed] = "mislukt",
            [DiaryOutcome.Sent] = "verstuurd",
            [DiaryOutcome.NotSent] = "niet verstuurd",
        },
        Fields = new Dictionary<string, string>
        {
            ["certificate"] = "aanmeldcertificaat (naam en rijksregisternummer)",
            ["identity"] = "identiteitsgegevens",
            ["address"] = "adres",
            ["photo"] = "foto",
        },
        Pages = "Bladzijden van het dagboek",
        PageOf = "Bladzijde {0} van {1}",
        Newer = "Nieuwere",
        Older = "Oudere",
        TakeAway = "Meenemen",
        ExportJson = "Opslaan als JSON",
        ExportCsv = "Opslaan voor een rekenblad (CSV)",
        Settings = "Bewaren of wissen",
        SwitchOn = "Het dagboek aanzetten",
        SwitchOff = "Het dagboek uitzetten",
        Erase = "Het dagboek wissen",
        EraseConfirm = "Ja, alles wissen wat erin staat. Het komt niet terug.",
        EraseNotConfirmed = "Er is niets gewist. Zet eerst het vinkje.",
        Erased = "Het dagboek is gewist.",
    };

    public static DiaryTexts French { get; } = new()
    {
        Page = new("Votre journal", "Quels sites ont demandé votre carte avec ce programme, ce qu’ils ont demandé et ce que vous avez donné. Il nomme des sites et des sortes de données, jamais un nom, un numéro ou un code PIN. Il est conservé sur cet ordinateur, pour vous seul."),
        IsOn = "Le journal est activé.",
        IsOff = "Le journal est désactivé. Rien de nouveau n’est noté.",
        Empty = "Rien n’a encore été noté.",
        Asked = "Demandé",
        Outcome = "Ce qui s’est passé",
        Given = "A quitté votre carte",
        Nothing = "rien",
        Purposes = new Dictionary<DiaryPurpose, string>
        {
            [DiaryPurpose.Login] = "Connexion",
            [DiaryPurpose.SessionEnd] = "Fin d’une session, parce que la carte était partie",
        },
        Outcomes = new Dictionary<DiaryOutcome, string>
        {
            [DiaryOutcome.Unfinished] = "pas terminé",
            [DiaryOutcome.Allowed] = "autorisé",
            [DiaryOutcome.Refused] = "refusé",
            [DiaryOutcome.Expired] = "expiré",
            [DiaryOutcome.Blocked] = "bloqué",
            [DiaryOutcome.Failed] = "échoué",
            [DiaryOutcome.Sent] = "envoyé",
            [DiaryOutcome.NotSent] = "pas envoyé",
        },
        Fields = new Dictionary<string, string>
        {
            ["certificate"] = "certificat de connexion (nom et numéro national)",
            ["identity"] = "données d’identité",
            ["address"] = "adresse",
            ["photo"] = "photo d’identité",
        },
        Pages = "Pages du journal",
        PageOf = "Page {0} sur {1}",
        Newer = "Plus récentes",
        Older = "Plus anciennes",
        TakeAway = "L’emporter",
        ExportJson = "Enregistrer en JSON",
        ExportCsv = "Enregistrer pour un tableur (CSV)",
        Settings = "Conserver ou effacer",
        SwitchOn = "Activer le journal",
        SwitchOff = "Désactiver le journal",
        Erase = "Effacer le journal",
        EraseConfirm = "Oui, effacer tout ce qui s’y trouve. Rien ne pourra être récupéré.",
        EraseNotConfirmed = "Rien n’a été effacé. Cochez d’abord la case.",
        Erased = "Le journal est effacé.",
    };

    public static DiaryTexts German { get; } = new()
    {
        Page = new("Ihr Tagebuch", "Welche Websites mit diesem Programm nach Ihrer Karte fragten, wonach sie fragten und was Sie gaben. Es nennt Websites und Arten von Daten, nie einen Namen, eine Nummer oder eine PIN. Es wird auf diesem Computer aufbewahrt, für Sie allein."),
        IsOn = "Das Tagebuch ist eingeschaltet.",
        IsOff = "Das Tagebuch ist ausgeschaltet. Es wird nichts Neues aufgeschrieben.",
        Empty = "Es wurde noch nichts aufgeschrieben.",
        Asked = "Gefragt",
        Outcome = "Was geschah",
        Given = "Verließ Ihre Karte",
        Nothing = "nichts",
        Purposes = new Dictionary<DiaryPurpose, string>
        {
            [DiaryPurpose.Login] = "Anmeldung",
            [DiaryPurpose.SessionEnd] = "Ende einer Sitzung, weil die Karte weg war",
        },
        Outcomes = new Dictionary<DiaryOutcome, string>
        {
            [DiaryOutcome.Unfinished] = "nicht beendet",
            [DiaryOutcome.Allowed] = "erlaubt",
            [DiaryOutcome.Refused] = "abgelehnt",
            [DiaryOutcome.Expired] = "abgelaufen",
            [DiaryOutcome.Blocked] = "gesperrt",
            [DiaryOutcome.Failed] = "fehlgeschlagen",
            [DiaryOutcome.Sent] = "gesendet",
            [DiaryOutcome.NotSent] = "nicht gesendet",
        },
        Fields = new Dictionary<string, string>
        {
            ["certificate"] = "Anmeldezertifikat (Name und Nationalregisternummer)",
            ["identity"] = "Identitätsdaten",
            ["address"] = "Anschrift",
            ["photo"] = "Foto",
        },
        Pages = "Seiten des Tagebuchs",
        PageOf = "Seite {0} von {1}",
        Newer = "Neuere",
        Older = "Ältere",
        TakeAway = "Mitnehmen",
        ExportJson = "Als JSON speichern",
        ExportCsv = "Für eine Tabelle speichern (CSV)",
        Settings = "Behalten oder löschen",
        SwitchOn = "Das Tagebuch einschalten",
        SwitchOff = "Das Tagebuch ausschalten",
        Erase = "Das Tagebuch löschen",
        EraseConfirm = "Ja, alle Einträge löschen. Sie lassen sich nicht zurückholen.",
        EraseNotConfirmed = "Es wurde nichts gelöscht. Setzen Sie zuerst das Häkchen.",
        Erased = "Das Tagebuch ist gelöscht.",
    };
}
