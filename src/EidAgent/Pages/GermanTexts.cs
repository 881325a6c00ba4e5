using EidAgent.Gate;
using EidAgent.Logins;

namespace EidAgent.Pages;

internal static class GermanTexts
{
    public static readonly Texts All = new()
    {
        Language = UiLanguage.German,
        AgentName = "eID-Agent",
        LanguageChoice = "Sprache",
        TestTrust = "TEST TRUST: Dieser Agent arbeitet mit Testkarten. Nichts, was hier steht, ist echt.",
        Footer = "Diese Seite kommt von einem Programm auf Ihrem eigenen Computer. Geben Sie Ihre PIN nie auf einer Webseite ein.",
        CodeLabel = "Code für den Helpdesk:",
        Home = new("Der eID-Agent läuft", "Öffnen Sie die gewünschte Website und wählen Sie dort die Anmeldung mit Ihrer eID."),
        Consent = new("Mit Ihrer eID anmelden?", "Diese Website bittet Sie um eine Anmeldung:"),
        ReadsAs = "Mit eigenen Buchstaben geschrieben:",
        CheckAddress = "Ist das die Website, bei der Sie sich anmelden wollen? Wenn nicht, wählen Sie Abbrechen.",
        NextHeading = "So geht es weiter",
        Next =
        [
            "Sie stecken Ihre eID-Karte in den Kartenleser.",
            "Sie geben Ihre PIN am Leser ein oder in einem Fenster dieses Programms.",
            "Die Website erhält Ihr Anmeldezertifikat. Es enthält Ihren Namen und Ihre Nationalregisternummer.",
        ],
        FieldsHeading = "Die Website fragt außerdem nach",
        Fields = new Dictionary<string, string>
        {
            ["identity"] = "Ihren Identitätsdaten",
            ["address"] = "Ihrer Adresse",
            ["photo"] = "Ihrem Foto",
        },
        FieldsChoice = "Kreuzen Sie an, was Sie geben möchten; was Sie nicht ankreuzen, bleibt auf Ihrer Karte. Um die Echtheit zu prüfen, sieht die Software der Website die ganze Datei Ihrer Karte, bei Adresse oder Foto auch Ihre Identitätsdatei. Behalten darf sie nur, was Sie ankreuzen, oder eine Tatsache daraus, zum Beispiel dass Sie über 18 sind.",
        Continue = "Weiter",
        Cancel = "Abbrechen",
        Busy = new("Eine andere Anmeldung läuft", "Der Kartenleser wird für eine andere Website benutzt. Diese Seite geht weiter, sobald der Leser frei ist."),
        BusyStop = "Die andere Anmeldung stoppen",
        LoggingInTo = "Anmeldung bei",
        ProgressHeading = "Ablauf",
        Stages = ["Leser anschließen", "Karte einstecken", "Karte lesen", "PIN eingeben", "Signieren"],
        StageDone = "erledigt",
        StageNow = "jetzt",
        StageToDo = "noch offen",
        Steps = new Dictionary<LoginStep, PageText>
        {
            [LoginStep.ServiceMissing] = new("Kartenleserdienst läuft nicht", "Der Smartcard-Dienst Ihres Computers antwortet nicht. Starten Sie ihn oder den Computer neu. Diese Seite geht von selbst weiter."),
            [LoginStep.InsertReader] = new("Schließen Sie Ihren Kartenleser an", "Es wurde kein Kartenleser gefunden. Schließen Sie ihn an; diese Seite geht von selbst weiter."),
            [LoginStep.InsertCard] = new("Stecken Sie Ihre eID-Karte ein", "Stecken Sie die Karte mit dem Chip voran in den Leser."),
            [LoginStep.NotBelgian] = new("Das ist keine belgische eID-Karte", "Nehmen Sie diese Karte heraus und stecken Sie Ihre eID-Karte ein."),
            [LoginStep.CardMute] = new("Die Karte antwortet nicht", "Nehmen Sie die Karte heraus, prüfen Sie, ob der Chip auf der richtigen Seite ist, und stecken Sie sie wieder ein."),
            [LoginStep.CardBusy] = new("Die Karte wird benutzt", "Ein anderes Programm benutzt die Karte. Diese Seite geht weiter, sobald sie frei ist."),
            [LoginStep.Reading] = new("Ihre Karte wird gelesen", "Bitte lassen Sie die Karte im Leser."),
            [LoginStep.LastTry] = new("Nur noch ein Versuch", "Ist die nächste PIN falsch, wird Ihre Karte gesperrt und Sie müssen zu Ihrer Gemeinde gehen. Nicht sicher? Wählen Sie Abbrechen und schauen Sie Ihre PIN zuerst nach."),
            [LoginStep.PinOnKeypad] = new("Geben Sie Ihre PIN am Kartenleser ein", "Benutzen Sie die Tasten des Lesers und drücken Sie danach OK am Leser."),
            [LoginStep.PinInWindow] = new("Geben Sie Ihre PIN im Fenster ein", "Auf Ihrem Bildschirm hat sich ein Fenster dieses Programms geöffnet. Es nennt dieselbe Website wie diese Seite."),
            [LoginStep.Signing] = new("Es wird signiert", "Bitte lassen Sie die Karte im Leser."),
        },
        PinWrong = "Diese PIN war falsch.",
        PinLength = "Eine PIN hat 4 bis 12 Ziffern. Es wurde kein Versuch verbraucht.",
        OneTryLeft = "Noch 1 Versuch.",
        TriesLeft = "Noch {0} Versuche.",
        UseLastTry = "Den letzten Versuch benutzen",
        AgentGone = "Das Programm antwortet nicht mehr. Starten Sie es neu und gehen Sie dann zur Website zurück.",
        Returning = new("Zurück zur Website", "Wenn nichts geschieht, drücken Sie die Taste."),
        BackToSite = "Zurück zur Website",
        Endings = new Dictionary<LoginEnding, PageText>
        {
            [LoginEnding.Signed] = new("Ihre Karte hat signiert", "Sie können Ihre Karte herausnehmen."),
            [LoginEnding.Cancelled] = new("Abgebrochen", "Sie haben die Anmeldung abgebrochen."),
            [LoginEnding.ConsentExpired] = new("Das hat zu lange gedauert", "Die Anmeldung hat auf Sie gewartet und wurde beendet. Es wurde nichts gesendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.Displaced] = new("Durch neuere Anmeldungen ersetzt", "Es warteten zu viele Anmeldungen, darum wurde diese beendet. Es wurde nichts gesendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.Stopped] = new("Gestoppt", "Sie haben diese Anmeldung von der Seite einer anderen aus gestoppt. Es wurde nichts gesendet."),
            [LoginEnding.CardTimedOut] = new("Es wurde keine Karte eingesteckt", "Die Anmeldung hat auf Ihre Karte gewartet und wurde beendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.PinTimedOut] = new("Es wurde keine PIN eingegeben", "Die Anmeldung hat auf Ihre PIN gewartet und wurde beendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.PinBlocked] = new("Die PIN dieser Karte ist gesperrt", "Dreimal wurde eine falsche PIN eingegeben. Ihre Gemeinde kann die Karte entsperren oder Ihnen eine neue PIN geben."),
            [LoginEnding.NoCertificate] = new("Mit dieser Karte können Sie sich nicht anmelden", "Auf ihr ist kein Anmeldezertifikat. Kinderkarten und einige andere Karten haben keines."),
            [LoginEnding.CardTooOld] = new("Diese Karte ist zu alt", "Mit Karten dieser Generation kann man sich nicht mehr anmelden. Ihre Gemeinde gibt Ihnen eine neue."),
            [LoginEnding.CardRemoved] = new("Die Karte wurde herausgenommen", "Die Karte hat den Leser verlassen, bevor die Anmeldung fertig war. Es wurde keine PIN an eine andere Karte gesendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.CardReset] = new("Ein anderes Programm kam dazwischen", "Ein anderes Programm hat die Karte während der Anmeldung zurückgesetzt. Schließen Sie andere eID-Programme und versuchen Sie es erneut."),
            [LoginEnding.ReaderLost] = new("Der Leser wurde getrennt", "Der Kartenleser war fort, bevor die Anmeldung fertig war. Schließen Sie ihn an und versuchen Sie es von der Website aus erneut."),
            [LoginEnding.ServiceLost] = new("Der Kartenleserdienst wurde beendet", "Der Smartcard-Dienst Ihres Computers wurde während der Anmeldung beendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.CardBusy] = new("Die Karte wird benutzt", "Ein anderes Programm hat die Karte für sich behalten. Schließen Sie andere eID-Programme und versuchen Sie es erneut."),
            [LoginEnding.CardMute] = new("Die Karte antwortet nicht mehr", "Nehmen Sie die Karte heraus, stecken Sie sie wieder ein und versuchen Sie es von der Website aus erneut."),
            [LoginEnding.NotActivated] = new("Diese Karte ist nicht aktiviert", "Ihre Gemeinde aktiviert die Karte mit Ihnen, mit den Codes aus dem Brief, den Sie bekommen haben."),
            [LoginEnding.CardProtocol] = new("Die Karte gab eine unerwartete Antwort", "Nehmen Sie die Karte heraus, stecken Sie sie wieder ein und versuchen Sie es von der Website aus erneut."),
            [LoginEnding.PinEntryUnavailable] = new("Kein Platz für Ihre PIN", "Für Ihre PIN konnte kein Fenster geöffnet werden. Benutzen Sie einen Leser mit Tasten oder starten Sie dieses Programm auf Ihrem Desktop."),
            [LoginEnding.AgentFault] = new("In diesem Programm ist etwas schiefgegangen", "Es wurde nichts gesendet. Versuchen Sie es von der Website aus erneut."),
            [LoginEnding.AgentStopping] = new("Das Programm wird beendet", "Es wurde nichts gesendet. Starten Sie das Programm und versuchen Sie es von der Website aus erneut."),
        },
        Refusals = new Dictionary<AgentRefusal, PageText>
        {
            [AgentRefusal.MethodRefused] = new("Anfrage abgelehnt", "Diese Art von Anfrage wird hier nicht beantwortet."),
            [AgentRefusal.MetadataMissing] = new("Dieser Browser ist zu alt", "Er sagt nicht, woher eine Anfrage kommt; eine Anmeldung ist dann von einem Angriff nicht zu unterscheiden. Aktualisieren Sie Ihren Browser."),
            [AgentRefusal.FrameRefused] = new("Nicht innerhalb einer anderen Seite", "Diese Seite zeigt sich nur in einem eigenen Fenster. Versuchen Sie es von der Website aus erneut."),
            [AgentRefusal.FetchRefused] = new("Anfrage abgelehnt", "Eine Seite wollte den eID-Agenten im Hintergrund erreichen. Das ist nie erlaubt."),
            [AgentRefusal.CrossOriginPost] = new("Anfrage abgelehnt", "Eine andere Website wollte eine Taste des eID-Agenten drücken. Das ist nie erlaubt."),
            [AgentRefusal.PageTokenRefused] = new("Diese Seite ist veraltet", "Gehen Sie zur Website zurück und versuchen Sie es erneut."),
            [AgentRefusal.FormMalformed] = new("Anfrage abgelehnt", "Das Formular ist unlesbar. Gehen Sie zur Website zurück und versuchen Sie es erneut."),
            [AgentRefusal.FormTooLarge] = new("Anfrage abgelehnt", "Das Formular ist zu groß. Gehen Sie zur Website zurück und versuchen Sie es erneut."),
            [AgentRefusal.NotFound] = new("Diese Seite gibt es nicht", "Öffnen Sie die gewünschte Website und wählen Sie dort die Anmeldung mit Ihrer eID."),
            [AgentRefusal.LoginUnknown] = new("Diese Anmeldung ist vorbei", "Gehen Sie zur Website zurück und versuchen Sie es erneut."),
            [AgentRefusal.RequestMalformed] = new("Die Anfrage der Website ist unlesbar", "Es wurde nichts gesendet. Die Website hat einen Fehler gemacht; ihr Helpdesk kann den Code unten verwenden."),
            [AgentRefusal.UnknownVersion] = new("Die Website ist neuer als dieses Programm", "Aktualisieren Sie den eID-Agenten und versuchen Sie es erneut."),
            [AgentRefusal.ReturnAddressRefused] = new("Die Adresse der Website ist nicht erlaubt", "Ihre Anmeldung ginge an eine Adresse, die sie nicht erhalten darf. Es wurde nichts gesendet."),
            [AgentRefusal.UnknownField] = new("Die Website fragt nach unbekannten Daten", "Es wurde nichts gesendet. Die Website hat einen Fehler gemacht; ihr Helpdesk kann den Code unten verwenden."),
        },
    };
}
