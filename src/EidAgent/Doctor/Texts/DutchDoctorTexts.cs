namespace EidAgent.Doctor.Texts;

internal static class DutchDoctorTexts
{
    public static readonly DoctorTexts All = new()
    {
        Statuses = new Dictionary<DoctorStatus, string>
        {
            [DoctorStatus.Ok] = "in orde",
            [DoctorStatus.Warning] = "let op",
            [DoctorStatus.Problem] = "probleem",
        },
        Findings = new Dictionary<DoctorFinding, DoctorText>
        {
            [DoctorFinding.PortFree] = new("De eID-agent draait niet.", "Start hem met EidAgent run, of laat hem vanzelf starten met EidAgent install."),
            [DoctorFinding.PortOwnAgent] = new("Uw eID-agent antwoordt."),
            [DoctorFinding.PortSystemPart] = new("Het systeemdeel geeft uw verbindingen door aan uw eID-agent."),
            [DoctorFinding.PortNoAgent] = new("Het systeemdeel houdt de poort, maar uw eID-agent neemt geen verbindingen aan.", "Start hem met EidAgent run, of meld u op de computer af en weer aan."),
            [DoctorFinding.PortAnotherUser] = new("De eID-agent van een andere gebruiker houdt de poort.", "Vraag die gebruiker om zich af te melden of hem te stoppen; of laat de beheerder het systeemdeel installeren met EidAgent install --system."),
            [DoctorFinding.PortAnotherProgram] = new("Een ander programma houdt de poort van de agent.", "Zoek uit welk en stop het; wat het toont, komt niet van de eID-agent."),
            [DoctorFinding.OwnerTold] = new("Het systeem zegt van wie een verbinding is."),
            [DoctorFinding.OwnerNotTold] = new("Het systeem zegt niet van wie een verbinding is, dus elke aanmelding wordt geweigerd.", "De agent moet /proc/net/tcp kunnen lezen: start hem niet in een container of sandbox die dat verbergt."),
            [DoctorFinding.SystemPartAbsent] = new("Het systeemdeel voor meerdere gebruikers is niet geïnstalleerd; voor één gebruiker tegelijk is het niet nodig."),
            [DoctorFinding.SystemPartReady] = new("Het systeemdeel voor meerdere gebruikers heeft een plaats voor u."),
            [DoctorFinding.SystemPartNoPlace] = new("Het systeemdeel voor meerdere gebruikers is geïnstalleerd, maar heeft nog geen plaats voor u.", "Meld u op de computer af en weer aan."),
            [DoctorFinding.SystemPartUnsafe] = new("De map van het systeemdeel is van de verkeerde gebruiker of kan door anderen worden gewijzigd.", "Laat de beheerder het systeemdeel opnieuw installeren met EidAgent install --system."),
            [DoctorFinding.ServiceRuns] = new("De smartcarddienst antwoordt."),
            [DoctorFinding.ServiceMissing] = new("De smartcarddienst antwoordt niet.", "Start hem (op Linux: installeer pcscd en voer systemctl start pcscd.socket uit), of herstart de computer."),
            [DoctorFinding.ReaderFound] = new("Er is een kaartlezer aangesloten."),
            [DoctorFinding.ReaderMissing] = new("Er is geen kaartlezer gevonden.", "Sluit de lezer aan; probeer een andere aansluiting."),
            [DoctorFinding.CardBelgian] = new("Er zit een Belgische eID-kaart in de lezer."),
            [DoctorFinding.CardMissing] = new("Er zit geen kaart in een lezer.", "Steek uw eID-kaart in de lezer, met de chip vooraan."),
            [DoctorFinding.CardForeign] = new("De kaart in de lezer is geen Belgische eID-kaart.", "Steek uw eID-kaart in."),
            [DoctorFinding.CardMute] = new("De kaart in de lezer antwoordt niet.", "Neem ze eruit, kijk of de chip aan de juiste kant zit, en steek ze er weer in."),
            [DoctorFinding.PinWindow] = new("Er is een venster om uw pincode in te typen."),
            [DoctorFinding.PinTerminal] = new("U kunt uw pincode in deze terminal typen."),
            [DoctorFinding.PinNowhere] = new("Er is geen venster en geen terminal om uw pincode in te typen.", "Gebruik een lezer met toetsen, of installeer pinentry-gtk2 of pinentry-qt en start de agent op uw bureaublad."),
            [DoctorFinding.FolderWritable] = new("De agent kan zijn bestanden bewaren."),
            [DoctorFinding.FolderUnusable] = new("De agent kan zijn bestanden niet bewaren: in hun map kan niet worden geschreven, of ze is niet van u.", "Kijk eigenaar en rechten van ~/.local/share/eidauth na."),
            [DoctorFinding.ClockPlausible] = new("De klok kan juist zijn."),
            [DoctorFinding.ClockWrong] = new("De klok staat verkeerd: certificaten lijken verlopen of nog niet geldig.", "Stel datum en tijd in, liefst automatisch."),
        },
    };
}
