namespace EidAgent.Doctor.Texts;

internal static class GermanDoctorTexts
{
    public static readonly DoctorTexts All = new()
    {
        Statuses = new Dictionary<DoctorStatus, string>
        {
            [DoctorStatus.Ok] = "in Ordnung",
            [DoctorStatus.Warning] = "Achtung",
            [DoctorStatus.Problem] = "Problem",
        },
        Findings = new Dictionary<DoctorFinding, DoctorText>
        {
            [DoctorFinding.PortFree] = new("Der eID-Agent läuft nicht.", "Starten Sie ihn mit EidAgent run, oder lassen Sie ihn mit EidAgent install von selbst starten."),
            [DoctorFinding.PortOwnAgent] = new("Ihr eID-Agent antwortet."),
            [DoctorFinding.PortSystemPart] = new("Der Systemteil reicht Ihre Verbindungen an Ihren eID-Agenten weiter."),
            [DoctorFinding.PortNoAgent] = new("Der Systemteil hält den Port, aber Ihr eID-Agent nimmt keine Verbindungen an.", "Starten Sie ihn mit EidAgent run, oder melden Sie sich am Computer ab und wieder an."),
            [DoctorFinding.PortAnotherUser] = new("Der eID-Agent eines anderen Benutzers hält den Port.", "Bitten Sie diesen Benutzer, sich abzumelden oder ihn zu beenden; oder lassen Sie den Administrator den Systemteil mit EidAgent install --system installieren."),
            [DoctorFinding.PortAnotherProgram] = new("Ein anderes Programm hält den Port des Agenten.", "Finden Sie heraus, welches, und beenden Sie es; was es zeigt, kommt nicht vom eID-Agenten."),
            [DoctorFinding.OwnerTold] = new("Das System sagt, wem eine Verbindung gehört."),
            [DoctorFinding.OwnerNotTold] = new("Das System sagt nicht, wem eine Verbindung gehört; jede Anmeldung wird daher abgelehnt.", "Der Agent muss /proc/net/tcp lesen können: Starten Sie ihn nicht in einem Container oder einer Sandbox, die das verbirgt."),
            [DoctorFinding.SystemPartAbsent] = new("Der Systemteil für mehrere Benutzer ist nicht installiert; ein Benutzer allein braucht ihn nicht."),
            [DoctorFinding.SystemPartReady] = new("Der Systemteil für mehrere Benutzer hat einen Platz für Sie."),
            [DoctorFinding.SystemPartNoPlace] = new("Der Systemteil für mehrere Benutzer ist installiert, hat aber noch keinen Platz für Sie.", "Melden Sie sich am Computer ab und wieder an."),
            [DoctorFinding.SystemPartUnsafe] = new("Der Ordner des Systemteils gehört dem falschen Benutzer oder kann von anderen geändert werden.", "Lassen Sie den Administrator den Systemteil mit EidAgent install --system neu installieren."),
            [DoctorFinding.ServiceRuns] = new("Der Smartcard-Dienst antwortet."),
            [DoctorFinding.ServiceMissing] = new("Der Smartcard-Dienst antwortet nicht.", "Starten Sie ihn (unter Linux: pcscd installieren und systemctl start pcscd.socket ausführen), oder starten Sie den Computer neu."),
            [DoctorFinding.ReaderFound] = new("Ein Kartenleser ist angeschlossen."),
            [DoctorFinding.ReaderMissing] = new("Es wurde kein Kartenleser gefunden.", "Schließen Sie den Leser an; versuchen Sie einen anderen Anschluss."),
            [DoctorFinding.CardBelgian] = new("Eine belgische eID-Karte ist im Leser."),
            [DoctorFinding.CardMissing] = new("Es ist keine Karte in einem Leser.", "Stecken Sie Ihre eID-Karte mit dem Chip voran in den Leser."),
            [DoctorFinding.CardForeign] = new("Die Karte im Leser ist keine belgische eID-Karte.", "Stecken Sie Ihre eID-Karte ein."),
            [DoctorFinding.CardMute] = new("Die Karte im Leser antwortet nicht.", "Nehmen Sie sie heraus, prüfen Sie, ob der Chip auf der richtigen Seite ist, und stecken Sie sie wieder ein."),
            [DoctorFinding.PinWindow] = new("Es gibt ein Fenster, in dem Sie Ihre PIN eingeben können."),
            [DoctorFinding.PinTerminal] = new("Sie können Ihre PIN in diesem Terminal eingeben."),
            [DoctorFinding.PinNowhere] = new("Es gibt kein Fenster und kein Terminal, um Ihre PIN einzugeben.", "Verwenden Sie einen Leser mit Tasten, oder installieren Sie pinentry-gtk2 oder pinentry-qt und starten Sie den Agenten auf Ihrem Desktop."),
            [DoctorFinding.FolderWritable] = new("Der Agent kann seine Dateien aufbewahren."),
            [DoctorFinding.FolderUnusable] = new("Der Agent kann seine Dateien nicht aufbewahren: Ihr Ordner ist nicht beschreibbar oder gehört nicht Ihnen.", "Prüfen Sie Eigentümer und Rechte von ~/.local/share/eidauth."),
            [DoctorFinding.ClockPlausible] = new("Die Uhr kann richtig gehen."),
            [DoctorFinding.ClockWrong] = new("Die Uhr geht falsch: Zertifikate scheinen abgelaufen oder noch nicht gültig zu sein.", "Stellen Sie Datum und Uhrzeit ein, am besten automatisch."),
        },
    };
}
