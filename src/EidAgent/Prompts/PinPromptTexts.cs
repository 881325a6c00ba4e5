namespace EidAgent.Prompts;

/// <summary>What a PIN question says in one language. A language is complete or does not compile.</summary>
internal sealed record PinPromptTexts
{
    public required string Title { get; init; }

    /// <summary>Stands above the origin.</summary>
    public required string SiteAsks { get; init; }

    /// <summary>Stands below the origin: what leaves the card with every login. Fields and a full stop follow.</summary>
    public required string Receives { get; init; }

    public required string Identity { get; init; }

    public required string Address { get; init; }

    public required string Photo { get; init; }

    public required string TypeOnlyIf { get; init; }

    /// <summary>Stands before the reader's name.</summary>
    public required string Reader { get; init; }

    /// <summary>{0}: a number above one.</summary>
    public required string TriesLeft { get; init; }

    /// <summary>The person at this computer wants to know whether the PIN is right.</summary>
    public required string OwnCheck { get; init; }

    /// <summary>The person wants another PIN: first the one that holds now.</summary>
    public required string OwnCurrent { get; init; }

    public required string OwnNew { get; init; }

    public required string OwnNewAgain { get; init; }

    public required string NewPinsDiffered { get; init; }

    public required string LastTry { get; init; }

    public required string WasWrong { get; init; }

    /// <summary>What was typed is no PIN; the card was not asked.</summary>
    public required string NotAPin { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Stands where a dialog of the system's own shows a user's name.</summary>
    public required string CardName { get; init; }

    public required string Ok { get; init; }

    public required string Cancel { get; init; }

    public required string ShowPin { get; init; }

    public required string HidePin { get; init; }

    public required string CapsLock { get; init; }

    /// <summary>How a plain terminal is used.</summary>
    public required string TerminalKeys { get; init; }

    /// <summary>Said on a terminal; the page says it otherwise.</summary>
    public required string TimeIsOver { get; init; }

    /// <summary>nl, fr, de, en; anything else is answered in English.</summary>
    public static PinPromptTexts In(string language) => language switch
    {
        "nl" => Dutch,
        "fr" => French,
        "de" => German,
        _ => English,
    };

    public static PinPromptTexts English { get; } = new()
    {
        Title = "Belgian eID: PIN",
        SiteAsks = "This website asks you to log in with your eID card:",
        Receives = "The website receives your login certificate with your name and national number",
        Identity = "your identity data",
        Address = "your address",
        Photo = "your photo",
        TypeOnlyIf = "Type the card's PIN only if you want to log in to this website.",
        Reader = "Card reader:",
        TriesLeft = "You have {0} tries left.",
        OwnCheck = "Type the PIN of the eID card in the reader, to check it.",
        OwnCurrent = "You are changing the PIN of the eID card in the reader. Type the PIN that it has now.",
        OwnNew = "Now type the new PIN: 4 to 12 digits.",
        OwnNewAgain = "Type the new PIN once more.",
        NewPinsDiffered = "The two new PINs were not the same. The card has not been changed.",
        LastTry = "Careful: this is the last try. One more wrong PIN blocks the card.",
        WasWrong = "The previous PIN was wrong.",
        NotAPin = "A PIN has 4 to 12 digits. This did not count as a try.",
        Prompt = "PIN:",
        CardName = "eID card",
        Ok = "_OK",
        Cancel = "_Cancel",
        ShowPin = "Show the PIN",
        HidePin = "Hide the PIN",
        CapsLock = "Caps Lock is on",
        TerminalKeys = "Enter confirms, Ctrl-C cancels. What you type is not shown.",
        TimeIsOver = "Time is over. What was typed has not been used, and no try was lost.",
    };

    public static PinPromptTexts Dutch { get; } = new()
    {
        Title = "Belgische eID: pincode",
        SiteAsks = "Deze website vraagt u om u aan te melden met uw eID-kaart:",
        Receives = "De website ontvangt uw aanmeldcertificaat met uw naam en rijksregisternummer",
        Identity = "uw identiteitsgegevens",
        Address = "uw adres",
        Photo = "uw foto",
        TypeOnlyIf = "Typ de pincode van de kaart alleen als u zich bij deze website wilt aanmelden.",
        Reader = "Kaartlezer:",
        TriesLeft = "U hebt nog {0} pogingen.",
        OwnCheck = "Typ de pincode van de eID-kaart in de lezer om ze te controleren.",
        OwnCurrent = "U wijzigt de pincode van de eID-kaart in de lezer. Typ de pincode die ze nu heeft.",
        OwnNew = "Typ nu de nieuwe pincode: 4 tot 12 cijfers.",
        OwnNewAgain = "Typ de nieuwe pincode nog een keer.",
        NewPinsDiffered = "De twee nieuwe pincodes waren niet gelijk. De kaart is niet gewijzigd.",
        LastTry = "Let op: dit is de laatste poging. Nog een foute pincode blokkeert de kaart.",
        WasWrong = "De vorige pincode was fout.",
        NotAPin = "Een pincode heeft 4 tot 12 cijfers. Dit telde niet als poging.",
        Prompt = "Pincode:",
        CardName = "eID-kaart",
        Ok = "_OK",
        Cancel = "_Annuleren",
        ShowPin = "Pincode tonen",
        HidePin = "Pincode verbergen",
        CapsLock = "Caps Lock staat aan",
        TerminalKeys = "Enter bevestigt, Ctrl-C annuleert. Wat u typt, wordt niet getoond.",
        TimeIsOver = "De tijd is om. Wat getypt was, is niet gebruikt, en er ging geen poging verloren.",
    };

    public static PinPromptTexts French { get; } = new()
    {
        Title = "eID belge : code PIN",
        SiteAsks = "Ce site web vous demande de vous connecter avec votre carte eID :",
        Receives = "Le site reçoit votre certificat de connexion avec votre nom et votre numéro national",
        Identity = "vos données d'identité",
        Address = "votre adresse",
        Photo = "votre photo",
        TypeOnlyIf = "Tapez le code PIN de la carte uniquement si vous voulez vous connecter à ce site.",
        Reader = "Lecteur de cartes :",
        TriesLeft = "Il vous reste {0} essais.",
        OwnCheck = "Tapez le code PIN de la carte eID dans le lecteur, pour le vérifier.",
        OwnCurrent = "Vous modifiez le code PIN de la carte eID dans le lecteur. Tapez le code PIN qu'elle a maintenant.",
        OwnNew = "Tapez maintenant le nouveau code PIN : 4 à 12 chiffres.",
        OwnNewAgain = "Tapez le nouveau code PIN encore une fois.",
        NewPinsDiffered = "Les deux nouveaux codes PIN n'étaient pas identiques. La carte n'a pas été modifiée.",
        LastTry = "Attention : c'est le dernier essai. Un code PIN erroné de plus bloque la carte.",
        WasWrong = "Le code PIN précédent était erroné.",
        NotAPin = "Un code PIN compte de 4 à 12 chiffres. Ceci n'a pas compté comme essai.",
        Prompt = "Code PIN :",
        CardName = "Carte eID",
        Ok = "_OK",
        Cancel = "_Annuler",
        ShowPin = "Afficher le code PIN",
        HidePin = "Masquer le code PIN",
        CapsLock = "La touche Verr. Maj est active",
        TerminalKeys = "Entrée confirme, Ctrl-C annule. Ce que vous tapez ne s'affiche pas.",
        TimeIsOver = "Le temps est écoulé. Ce qui a été tapé n'a pas été utilisé et aucun essai n'a été perdu.",
    };

    public static PinPromptTexts German { get; } = new()
    {
        Title = "Belgische eID: PIN-Code",
        SiteAsks = "Diese Website bittet Sie, sich mit Ihrer eID-Karte anzumelden:",
        Receives = "Die Website erhält Ihr Anmeldezertifikat mit Ihrem Namen und Ihrer Nationalregisternummer",
        Identity = "Ihre Identitätsdaten",
        Address = "Ihre Adresse",
        Photo = "Ihr Foto",
        TypeOnlyIf = "Geben Sie den PIN-Code der Karte nur ein, wenn Sie sich bei dieser Website anmelden wollen.",
        Reader = "Kartenleser:",
        TriesLeft = "Sie haben noch {0} Versuche.",
        OwnCheck = "Geben Sie den PIN-Code der eID-Karte im Leser ein, um ihn zu prüfen.",
        OwnCurrent = "Sie ändern den PIN-Code der eID-Karte im Leser. Geben Sie den PIN-Code ein, den sie jetzt hat.",
        OwnNew = "Geben Sie nun den neuen PIN-Code ein: 4 bis 12 Ziffern.",
        OwnNewAgain = "Geben Sie den neuen PIN-Code noch einmal ein.",
        NewPinsDiffered = "Die beiden neuen PIN-Codes waren nicht gleich. Die Karte wurde nicht geändert.",
        LastTry = "Achtung: Dies ist der letzte Versuch. Noch ein falscher PIN-Code sperrt die Karte.",
        WasWrong = "Der vorige PIN-Code war falsch.",
        NotAPin = "Ein PIN-Code hat 4 bis 12 Ziffern. Dies zählte nicht als Versuch.",
        Prompt = "PIN-Code:",
        CardName = "eID-Karte",
        Ok = "_OK",
        Cancel = "_Abbrechen",
        ShowPin = "PIN-Code anzeigen",
        HidePin = "PIN-Code verbergen",
        CapsLock = "Die Feststelltaste ist aktiv",
        TerminalKeys = "Enter bestätigt, Strg-C bricht ab. Ihre Eingabe wird nicht angezeigt.",
        TimeIsOver = "Die Zeit ist abgelaufen. Das Eingegebene wurde nicht verwendet, und es ging kein Versuch verloren.",
    };
}
