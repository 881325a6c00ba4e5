using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using EidAuth.AspNetCore.Refusals;
using EidAuth.Login;

namespace EidAuth.AspNetCore;

/// <summary>A sentence for the citizen for each code, in nl, fr, de and en; for a login page that gets <c>?eid=</c>.</summary>
public static class EidRefusalText
{
    private static readonly FrozenDictionary<string, RefusalKind> ByCode = Kinds().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence, English for every other language; null for a text that is no code, so that a page never repeats what somebody wrote into an address.</summary>
    /// <param name="code">What came as <see cref="BelgianEidDefaults.FailureParameter"/>.</param>
    /// <param name="language">Its two-letter language counts.</param>
    public static string? For(string? code, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return code is not null && ByCode.TryGetValue(code, out var kind)
            ? language.TwoLetterISOLanguageName switch
            {
                "nl" => Dutch(kind),
                "fr" => French(kind),
                "de" => German(kind),
                _ => English(kind),
            }
            : null;
    }

    /// <summary>What the person is told by it; null for a text that is no code.</summary>
    internal static RefusalKind? KindOf(string? code) => code is not null && ByCode.TryGetValue(code, out var kind) ? kind : null;

    internal static (string Title, string Back) Frame(string language) => language switch
    {
        "nl" => ("U bent niet aangemeld", "Terug naar de site"),
        "fr" => ("Vous n’êtes pas connecté", "Retour au site"),
        "de" => ("Sie sind nicht angemeldet", "Zurück zur Website"),
        _ => ("You are not logged in", "Back to the site"),
    };

    private static IEnumerable<KeyValuePair<string, RefusalKind>> Kinds() =>
        Enum.GetValues<LoginFailure>().Select(reason => Pair(reason.ToString(), Kind(reason)))
            .Concat(Enum.GetValues<LoginRejection>().Select(reason => Pair(reason.ToString(), Kind(reason))))
            .Concat(Enum.GetValues<FieldsRejection>().Select(reason => Pair(reason.ToString(), Kind(reason))))
            .Concat(Enum.GetValues<RequestRefusal>().Select(reason => Pair(reason.ToString(), Kind(reason))));

    private static KeyValuePair<string, RefusalKind> Pair(string name, RefusalKind kind) => new(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), kind);

    private static RefusalKind Kind(LoginFailure reason) => reason switch
    {
        LoginFailure.UserCancelled => RefusalKind.Cancelled,
        LoginFailure.TimedOut => RefusalKind.TooLate,
        LoginFailure.PinBlocked => RefusalKind.PinBlocked,
        LoginFailure.NoCertificate => RefusalKind.NoCertificate,
        LoginFailure.CardRemoved => RefusalKind.CardRemoved,
        _ => RefusalKind.CardError,
    };

    private static RefusalKind Kind(LoginRejection reason) => reason switch
    {
        LoginRejection.CertificateRevoked or LoginRejection.IssuerRevoked => RefusalKind.Revoked,
        LoginRejection.CertificateOnHold => RefusalKind.OnHold,
        LoginRejection.CertificateExpired => RefusalKind.Expired,
        LoginRejection.CertificateNotYetValid => RefusalKind.NotYetValid,
        LoginRejection.IssuerUnknown or LoginRejection.OcspUnavailable or LoginRejection.OcspMalformed
            or LoginRejection.OcspResponderUnknown or LoginRejection.OcspResponderUnauthorized or LoginRejection.OcspResponderInvalid
            or LoginRejection.OcspResponderRevocation or LoginRejection.OcspAlgorithm or LoginRejection.OcspSignature or LoginRejection.OcspCertificateMismatch
            or LoginRejection.OcspStale or LoginRejection.OcspNotYetValid or LoginRejection.OcspNonce or LoginRejection.OcspCriticalExtension => RefusalKind.CannotBeChecked,
        _ => RefusalKind.NotAccepted,
    };

    private static RefusalKind Kind(FieldsRejection reason) => reason == FieldsRejection.FieldsNotGiven ? RefusalKind.FieldsNotGiven : RefusalKind.NotAccepted;

    private static RefusalKind Kind(RequestRefusal reason) => reason switch
    {
        RequestRefusal.ChallengeExpired => RefusalKind.TooLate,
        RequestRefusal.ChallengeMissing or RequestRefusal.ChallengeUsed or RequestRefusal.ChallengeForgotten or RequestRefusal.PurposeMismatch =>
            RefusalKind.StartAgain,
        RequestRefusal.RefusedBySite => RefusalKind.RefusedBySite,
        RequestRefusal.AnotherPerson => RefusalKind.AnotherPerson,
        RequestRefusal.HostNotConfigured or RequestRefusal.ProxyNotConfigured => RefusalKind.SiteSetup,
        _ => RefusalKind.NotForBrowsing,
    };

    private static string English(RefusalKind kind) => kind switch
    {
        RefusalKind.Cancelled => "You stopped logging in. Nothing was sent.",
        RefusalKind.TooLate => "Logging in took too long. Start again; there is time for five minutes.",
        RefusalKind.PinBlocked => "The PIN of this card is blocked after three wrong attempts. Your town hall can give it a new one.",
        RefusalKind.NoCertificate => "This card cannot be used to log in: it carries no certificate for it. Cards of young children often do not.",
        RefusalKind.CardRemoved => "The card was taken out before the login was finished. Start again and leave the card in the reader.",
        RefusalKind.CardError => "The card or the reader did not answer as it should. Take the card out, put it back and start again.",
        RefusalKind.StartAgain => "This login could not be matched to your browser. Start again, and allow cookies for this site.",
        RefusalKind.Revoked => "The certificate of this card was revoked, so it can no longer be used to log in. Your town hall can tell you more.",
        RefusalKind.OnHold => "The certificate of this card is suspended. That can be lifted: ask your town hall.",
        RefusalKind.Expired => "The certificate of this card has expired. Your town hall can renew it.",
        RefusalKind.NotYetValid => "The certificate of this card is not valid yet.",
        RefusalKind.CannotBeChecked => "Your card could not be checked at this moment. Nothing is wrong on your side: try again in a few minutes.",
        RefusalKind.FieldsNotGiven => "This site needs data from your card that was not given. Start again and tick it, or ask the site for another way.",
        RefusalKind.RefusedBySite => "This site does not accept the login. Its staff can tell you why.",
        RefusalKind.AnotherPerson => "This is the card of somebody else than the person who is logged in. Start again with your own card, or log out first.",
        RefusalKind.NotAccepted => "The login with this card could not be accepted. Start again; if it happens once more, give the site the code of this message.",
        RefusalKind.NotForBrowsing => "This address is for the eID program alone. Go to the site and start logging in there.",
        _ => "The site is not set up right, so nobody can log in under this address. Its staff can find the cause in the log.",
    };

    private static string Dutch(RefusalKind kind) => kind switch
    {
        RefusalKind.Cancelled => "U hebt het aanmelden gestopt. Er is niets verstuurd.",
        RefusalKind.TooLate => "Het aanmelden duurde te lang. Begin opnieuw; u hebt vijf minuten de tijd.",
        RefusalKind.PinBlocked => "De pincode van deze kaart is geblokkeerd na drie foute pogingen. Uw gemeente kan u een nieuwe geven.",
        RefusalKind.NoCertificate => "Met deze kaart kunt u zich niet aanmelden: er staat geen certificaat voor op. Bij kaarten van jonge kinderen is dat vaak zo.",
        RefusalKind.CardRemoved => "De kaart is uit de lezer genomen voor het aanmelden klaar was. Begin opnieuw en laat de kaart zitten.",
        RefusalKind.CardError => "De kaart of de lezer antwoordde niet zoals het hoort. Neem de kaart eruit, steek ze er weer in en begin opnieuw.",
        RefusalKind.StartAgain => "Deze aanmelding hoort niet bij uw browser. Begin opnieuw en sta cookies toe voor deze site.",
        RefusalKind.Revoked => "Het certificaat van deze kaart is ingetrokken; u kunt zich er niet meer mee aanmelden. Uw gemeente kan u meer vertellen.",
        RefusalKind.OnHold => "Het certificaat van deze kaart is geschorst. Dat kan opgeheven worden: vraag het aan uw gemeente.",
        RefusalKind.Expired => "Het certificaat van deze kaart is vervallen. Uw gemeente kan het vernieuwen.",
        RefusalKind.NotYetValid => "Het certificaat van deze kaart is nog niet geldig.",
        RefusalKind.CannotBeChecked => "Uw kaart kon op dit ogenblik niet gecontroleerd worden. Het ligt niet aan u: probeer het over enkele minuten opnieuw.",
        RefusalKind.FieldsNotGiven => "Deze site heeft gegevens van uw kaart nodig die niet werden gegeven. Begin opnieuw en vink ze aan, of vraag de site naar een andere weg.",
        RefusalKind.RefusedBySite => "Deze site aanvaardt de aanmelding niet. De medewerkers kunnen u zeggen waarom.",
        RefusalKind.AnotherPerson => "Dit is de kaart van iemand anders dan wie aangemeld is. Begin opnieuw met uw eigen kaart, of meld eerst af.",
        RefusalKind.NotAccepted => "De aanmelding met deze kaart kon niet aanvaard worden. Begin opnieuw; lukt het weer niet, geef dan de code van dit bericht aan de site.",
        RefusalKind.NotForBrowsing => "Dit adres is alleen voor het eID-programma. Ga naar de site en begin daar met aanmelden.",
        _ => "De site is niet juist ingesteld; onder dit adres kan niemand zich aanmelden. De beheerders vinden de oorzaak in het logboek.",
    };

    private static string French(RefusalKind kind) => kind switch
    {
        RefusalKind.Cancelled => "Vous avez arrêté la connexion. Rien n’a été envoyé.",
        RefusalKind.TooLate => "La connexion a pris trop de temps. Recommencez ; vous avez cinq minutes.",
        RefusalKind.PinBlocked => "Le code PIN de cette carte est bloqué après trois essais erronés. Votre commune peut vous en donner un nouveau.",
        RefusalKind.NoCertificate => "Cette carte ne permet pas de se connecter : elle ne porte pas de certificat à cet effet. C’est souvent le cas des cartes d’enfants.",
        RefusalKind.CardRemoved => "La carte a été retirée avant la fin de la connexion. Recommencez et laissez la carte dans le lecteur.",
        RefusalKind.CardError => "La carte ou le lecteur n’a pas répondu comme il faut. Retirez la carte, réinsérez-la et recommencez.",
        RefusalKind.StartAgain => "Cette connexion ne correspond pas à votre navigateur. Recommencez et autorisez les cookies de ce site.",
        RefusalKind.Revoked => "Le certificat de cette carte a été révoqué ; elle ne permet plus de se connecter. Votre commune peut vous renseigner.",
        RefusalKind.OnHold => "Le certificat de cette carte est suspendu. La suspension peut être levée : adressez-vous à votre commune.",
        RefusalKind.Expired => "Le certificat de cette carte a expiré. Votre commune peut le renouveler.",
        RefusalKind.NotYetValid => "Le certificat de cette carte n’est pas encore valable.",
        RefusalKind.CannotBeChecked => "Votre carte n’a pas pu être vérifiée pour le moment. Vous n’y êtes pour rien : réessayez dans quelques minutes.",
        RefusalKind.FieldsNotGiven => "Ce site a besoin de données de votre carte qui n’ont pas été données. Recommencez et cochez-les, ou demandez au site un autre moyen.",
        RefusalKind.RefusedBySite => "Ce site n’accepte pas la connexion. Son personnel peut vous dire pourquoi.",
        RefusalKind.AnotherPerson => "Cette carte est celle d’une autre personne que celle qui est connectée. Recommencez avec votre propre carte, ou déconnectez-vous d’abord.",
        RefusalKind.NotAccepted => "La connexion avec cette carte n’a pas pu être acceptée. Recommencez ; en cas de nouvel échec, donnez au site le code de ce message.",
        RefusalKind.NotForBrowsing => "Cette adresse est réservée au programme eID. Allez sur le site et commencez-y la connexion.",
        _ => "Le site n’est pas bien configuré ; personne ne peut se connecter à cette adresse. Ses gestionnaires trouveront la cause dans le journal.",
    };

    private static string German(RefusalKind kind) => kind switch
    {
        RefusalKind.Cancelled => "Sie haben die Anmeldung abgebrochen. Es wurde nichts gesendet.",
        RefusalKind.TooLate => "Die Anmeldung hat zu lange gedauert. Beginnen Sie neu; Sie haben fünf Minuten Zeit.",
        RefusalKind.PinBlocked => "Die PIN dieser Karte ist nach drei falschen Versuchen gesperrt. Ihre Gemeinde kann Ihnen eine neue geben.",
        RefusalKind.NoCertificate => "Mit dieser Karte können Sie sich nicht anmelden: Sie trägt kein Zertifikat dafür. Bei Karten von jungen Kindern ist das oft so.",
        RefusalKind.CardRemoved => "Die Karte wurde entnommen, bevor die Anmeldung fertig war. Beginnen Sie neu und lassen Sie die Karte im Leser.",
        RefusalKind.CardError => "Die Karte oder der Leser hat nicht wie erwartet geantwortet. Nehmen Sie die Karte heraus, stecken Sie sie wieder ein und beginnen Sie neu.",
        RefusalKind.StartAgain => "Diese Anmeldung passt nicht zu Ihrem Browser. Beginnen Sie neu und erlauben Sie Cookies für diese Website.",
        RefusalKind.Revoked => "Das Zertifikat dieser Karte wurde widerrufen; Sie können sich damit nicht mehr anmelden. Ihre Gemeinde kann Ihnen Auskunft geben.",
        RefusalKind.OnHold => "Das Zertifikat dieser Karte ist ausgesetzt. Das kann aufgehoben werden: Fragen Sie Ihre Gemeinde.",
        RefusalKind.Expired => "Das Zertifikat dieser Karte ist abgelaufen. Ihre Gemeinde kann es erneuern.",
        RefusalKind.NotYetValid => "Das Zertifikat dieser Karte ist noch nicht gültig.",
        RefusalKind.CannotBeChecked => "Ihre Karte konnte im Moment nicht geprüft werden. Es liegt nicht an Ihnen: Versuchen Sie es in einigen Minuten noch einmal.",
        RefusalKind.FieldsNotGiven => "Diese Website braucht Daten Ihrer Karte, die nicht gegeben wurden. Beginnen Sie neu und kreuzen Sie sie an, oder fragen Sie die Website nach einem anderen Weg.",
        RefusalKind.RefusedBySite => "Diese Website nimmt die Anmeldung nicht an. Ihre Mitarbeiter können Ihnen sagen, warum.",
        RefusalKind.AnotherPerson => "Diese Karte gehört einer anderen Person als der, die angemeldet ist. Beginnen Sie neu mit Ihrer eigenen Karte, oder melden Sie sich zuerst ab.",
        RefusalKind.NotAccepted => "Die Anmeldung mit dieser Karte konnte nicht angenommen werden. Beginnen Sie neu; gelingt es wieder nicht, nennen Sie der Website den Code dieser Meldung.",
        RefusalKind.NotForBrowsing => "Diese Adresse ist nur für das eID-Programm. Gehen Sie zur Website und beginnen Sie dort mit der Anmeldung.",
        _ => "Die Website ist nicht richtig eingerichtet; unter dieser Adresse kann sich niemand anmelden. Die Betreiber finden die Ursache im Protokoll.",
    };
}
