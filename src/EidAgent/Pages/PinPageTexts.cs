namespace EidAgent.Pages;

/// <summary>What the page for checking the PIN says, and what other pages say of it, in one language. A language is complete or does not compile.</summary>
internal sealed record PinPageTexts
{
    /// <summary>Before anything is done.</summary>
    public required PageText Start { get; init; }

    /// <summary>What is to be known beforehand, a sentence each.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    public required string FactsHeading { get; init; }

    public required string Check { get; init; }

    /// <summary>Above the pages of a check that runs.</summary>
    public required string Checking { get; init; }

    /// <summary>Before the name of a reader.</summary>
    public required string Reader { get; init; }

    /// <summary>In place of the number of tries, where the card does not tell.</summary>
    public required PageText TriesUnknown { get; init; }

    /// <summary>The window where the PIN is typed; no site is named in it.</summary>
    public required string InWindow { get; init; }

    public required PageText Right { get; init; }

    /// <summary>The person, or somebody at the page of a login, stopped it.</summary>
    public required PageText Stopped { get; init; }

    /// <summary>Below what went wrong with card or reader.</summary>
    public required string StartAgain { get; init; }

    public required string CheckAgain { get; init; }

    /// <summary>Somebody's login, or another tab, uses the reader.</summary>
    public required PageText Busy { get; init; }

    /// <summary>On the consent page of a login that waits while a PIN is checked.</summary>
    public required string BusyForLogin { get; init; }

    /// <summary>The button that ends the check for it.</summary>
    public required string BusyStop { get; init; }

    /// <summary>On the page of a login that got no PIN.</summary>
    public required string Offer { get; init; }

    /// <summary>The same with the keyboard alone; the command follows.</summary>
    public required string OnCommandLine { get; init; }

    /// <summary>The texts of a language.</summary>
    public static PinPageTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    private static PinPageTexts English { get; } = new()
    {
        Start = new("Check your PIN", "Here you find out whether you still know the PIN of your eID card. No website asks for it, and none hears of it."),
        FactsHeading = "Good to know",
        Facts =
        [
            "A card has three tries. After three wrong PINs in a row it is blocked, and only your municipality can help.",
            "A right PIN gives the card its three tries back.",
            "This program keeps the last try for you: no website gets it.",
            "You type the PIN on the reader or in a window of this program, never in a web page.",
        ],
        Check = "Check my PIN",
        Checking = "You are checking your own PIN. No website takes part.",
        Reader = "Card reader:",
        TriesUnknown = new("This may be the last try", "Your card does not tell how many tries are left. If only one is left and the PIN is wrong, your card is blocked and you will have to go to your municipality. Not sure of your PIN? Press Cancel and look it up first."),
        InWindow = "A window of this program has opened on your screen. It names no website: you are asking yourself.",
        Right = new("Your PIN is right", "Your card has three tries again, and websites may ask for your PIN. Go back to the website and log in again."),
        Stopped = new("Stopped", "Your PIN was not checked. Go on whenever you like."),
        StartAgain = "Your PIN was not checked. Start again when you are ready.",
        CheckAgain = "Check again",
        Busy = new("The card reader is in use", "A login, or another page like this one, is using it. Finish that first, or stop it, and try again."),
        BusyForLogin = "A PIN is being checked in the card reader. This page goes on as soon as the reader is free.",
        BusyStop = "Stop checking the PIN",
        Offer = "Check my PIN first",
        OnCommandLine = "Or on the command line:",
    };

    private static PinPageTexts Dutch { get; } = new()
    {
        Start = new("Controleer uw pincode", "Hier gaat u na of u de pincode van uw eID-kaart nog kent. Geen enkele website vraagt ernaar of hoort ervan."),
        FactsHeading = "Goed om te weten",
        Facts =
        [
            "Een kaart heeft drie pogingen. Na drie foute pincodes na elkaar is ze geblokkeerd en kan alleen uw gemeente helpen.",
            "Een juiste pincode geeft de kaart haar drie pogingen terug.",
            "Dit programma houdt de laatste poging voor u: geen enkele website krijgt ze.",
            "U typt de pincode op de lezer of in een venster van dit programma, nooit in een webpagina.",
        ],
        Check = "Mijn pincode controleren",
        Checking = "U controleert uw eigen pincode. Er is geen website bij betrokken.",
        Reader = "Kaartlezer:",
        TriesUnknown = new("Dit is misschien de laatste poging", "Uw kaart zegt niet hoeveel pogingen er nog zijn. Is er maar één over en is de pincode fout, dan wordt uw kaart geblokkeerd en moet u naar uw gemeente. Niet zeker van uw pincode? Klik op Annuleren en zoek hem eerst op."),
        InWindow = "Op uw scherm is een venster van dit programma geopend. Het noemt geen website: u vraagt dit zelf.",
        Right = new("Uw pincode is juist", "Uw kaart heeft weer drie pogingen en websites mogen uw pincode weer vragen. Ga terug naar de website en meld u opnieuw aan."),
        Stopped = new("Gestopt", "Uw pincode is niet gecontroleerd. Ga verder wanneer u wilt."),
        StartAgain = "Uw pincode is niet gecontroleerd. Begin opnieuw wanneer u klaar bent.",
        CheckAgain = "Opnieuw controleren",
        Busy = new("De kaartlezer is in gebruik", "Een aanmelding of een andere pagina zoals deze gebruikt hem. Werk die eerst af of stop ze, en probeer opnieuw."),
        BusyForLogin = "In de kaartlezer wordt een pincode gecontroleerd. Deze pagina gaat verder zodra de lezer vrij is.",
        BusyStop = "De pincodecontrole stoppen",
        Offer = "Eerst mijn pincode controleren",
        OnCommandLine = "Of op de opdrachtregel:",
    };

    private static PinPageTexts French { get; } = new()
    {
        Start = new("Vérifiez votre code PIN", "Ici, vous vérifiez si vous connaissez encore le code PIN de votre carte eID. Aucun site ne le demande et aucun n’en saura rien."),
        FactsHeading = "Bon à savoir",
        Facts =
        [
            "Une carte a trois essais. Après trois codes faux de suite elle est bloquée, et seule votre commune peut vous aider.",
            "Un code correct rend à la carte ses trois essais.",
            "Ce programme vous réserve le dernier essai : aucun site ne l’obtient.",
            "Vous tapez le code sur le lecteur ou dans une fenêtre de ce programme, jamais dans une page web.",
        ],
        Check = "Vérifier mon code PIN",
        Checking = "Vous vérifiez votre propre code PIN. Aucun site n’y participe.",
        Reader = "Lecteur de cartes :",
        TriesUnknown = new("C’est peut-être le dernier essai", "Votre carte ne dit pas combien d’essais il reste. S’il n’en reste qu’un et que le code est faux, votre carte sera bloquée et vous devrez vous rendre à votre commune. Vous n’êtes pas sûr de votre code ? Cliquez sur Annuler et retrouvez-le d’abord."),
        InWindow = "Une fenêtre de ce programme s’est ouverte à l’écran. Elle ne nomme aucun site : c’est vous qui demandez.",
        Right = new("Votre code PIN est correct", "Votre carte a de nouveau trois essais et les sites peuvent demander votre code. Retournez au site et connectez-vous à nouveau."),
        Stopped = new("Arrêté", "Votre code PIN n’a pas été vérifié. Reprenez quand vous voulez."),
        StartAgain = "Votre code PIN n’a pas été vérifié. Recommencez quand vous serez prêt.",
        CheckAgain = "Vérifier à nouveau",
        Busy = new("Le lecteur est occupé", "Une connexion, ou une autre page comme celle-ci, l’utilise. Terminez-la d’abord ou arrêtez-la, puis réessayez."),
        BusyForLogin = "Un code PIN est en cours de vérification dans le lecteur. Cette page continue dès que le lecteur est libre.",
        BusyStop = "Arrêter la vérification du code",
        Offer = "Vérifier d’abord mon code PIN",
        OnCommandLine = "Ou en ligne de commande :",
    };

    private static PinPageTexts German { get; } = new()
    {
        Start = new("Prüfen Sie Ihre PIN", "Hier stellen Sie fest, ob Sie die PIN Ihrer eID-Karte noch wissen. Keine Website fragt danach, und keine erfährt davon."),
        FactsHeading = "Gut zu wissen",
        Facts =
        [
            "Eine Karte hat drei Versuche. Nach drei falschen PINs hintereinander ist sie gesperrt, und nur Ihre Gemeinde kann helfen.",
            "Eine richtige PIN gibt der Karte ihre drei Versuche zurück.",
            "Dieses Programm bewahrt den letzten Versuch für Sie: Keine Website bekommt ihn.",
            "Sie geben die PIN am Leser oder in einem Fenster dieses Programms ein, nie auf einer Webseite.",
        ],
        Check = "Meine PIN prüfen",
        Checking = "Sie prüfen Ihre eigene PIN. Keine Website ist daran beteiligt.",
        Reader = "Kartenleser:",
        TriesUnknown = new("Dies ist vielleicht der letzte Versuch", "Ihre Karte sagt nicht, wie viele Versuche übrig sind. Ist es nur noch einer und die PIN falsch, wird Ihre Karte gesperrt und Sie müssen zu Ihrer Gemeinde gehen. Nicht sicher? Wählen Sie Abbrechen und schauen Sie Ihre PIN zuerst nach."),
        InWindow = "Auf Ihrem Bildschirm hat sich ein Fenster dieses Programms geöffnet. Es nennt keine Website: Sie fragen selbst.",
        Right = new("Ihre PIN ist richtig", "Ihre Karte hat wieder drei Versuche, und Websites dürfen Ihre PIN erfragen. Gehen Sie zur Website zurück und melden Sie sich erneut an."),
        Stopped = new("Angehalten", "Ihre PIN wurde nicht geprüft. Machen Sie weiter, wann Sie möchten."),
        StartAgain = "Ihre PIN wurde nicht geprüft. Beginnen Sie neu, wenn Sie bereit sind.",
        CheckAgain = "Noch einmal prüfen",
        Busy = new("Der Kartenleser wird benutzt", "Eine Anmeldung oder eine andere Seite wie diese benutzt ihn. Beenden Sie sie zuerst, und versuchen Sie es dann erneut."),
        BusyForLogin = "Im Kartenleser wird eine PIN geprüft. Diese Seite geht weiter, sobald der Leser frei ist.",
        BusyStop = "Die PIN-Prüfung anhalten",
        Offer = "Zuerst meine PIN prüfen",
        OnCommandLine = "Oder auf der Befehlszeile:",
    };
}
