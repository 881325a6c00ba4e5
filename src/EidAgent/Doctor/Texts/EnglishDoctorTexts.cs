namespace EidAgent.Doctor.Texts;

internal static class EnglishDoctorTexts
{
    public static readonly DoctorTexts All = new()
    {
        Statuses = new Dictionary<DoctorStatus, string>
        {
            [DoctorStatus.Ok] = "ok",
            [DoctorStatus.Warning] = "warning",
            [DoctorStatus.Problem] = "problem",
        },
        Findings = new Dictionary<DoctorFinding, DoctorText>
        {
            [DoctorFinding.PortFree] = new("The eID agent is not running.", "Start it with EidAgent run, or EidAgent install to have it started by itself."),
            [DoctorFinding.PortOwnAgent] = new("Your eID agent answers."),
            [DoctorFinding.PortSystemPart] = new("The system part passes your connections to your eID agent."),
            [DoctorFinding.PortNoAgent] = new("The system part holds the port, but your eID agent does not take connections.", "Start it with EidAgent run, or log off from the computer and on again."),
            [DoctorFinding.PortAnotherUser] = new("The eID agent of another user holds the port.", "Have that user log off or stop it; or have the administrator install the system part with EidAgent install --system."),
            [DoctorFinding.PortAnotherProgram] = new("Another program holds the agent's port.", "Find out which one and stop it; nothing it shows comes from the eID agent."),
            [DoctorFinding.OwnerTold] = new("The system tells whose a connection is."),
            [DoctorFinding.OwnerNotTold] = new("The system does not tell whose a connection is, so every login will be refused.", "The agent must be able to read /proc/net/tcp: do not run it in a container or sandbox that hides it."),
            [DoctorFinding.SystemPartAbsent] = new("The system part for several users is not installed; one user at a time does not need it."),
            [DoctorFinding.SystemPartReady] = new("The system part for several users has a place for you."),
            [DoctorFinding.SystemPartNoPlace] = new("The system part for several users is installed, but has no place for you yet.", "Log off from the computer and on again."),
            [DoctorFinding.SystemPartUnsafe] = new("The folder of the system part belongs to the wrong user or can be changed by others.", "Have the administrator install the system part again with EidAgent install --system."),
            [DoctorFinding.ServiceRuns] = new("The smart card service answers."),
            [DoctorFinding.ServiceMissing] = new("The smart card service does not answer.", "Start it (on Linux: install pcscd and run systemctl start pcscd.socket), or restart the computer."),
            [DoctorFinding.ReaderFound] = new("A card reader is connected."),
            [DoctorFinding.ReaderMissing] = new("No card reader was found.", "Plug the reader in; try another socket."),
            [DoctorFinding.CardBelgian] = new("A Belgian eID card is in the reader."),
            [DoctorFinding.CardMissing] = new("No card is in a reader.", "Put your eID card in the reader with the chip first."),
            [DoctorFinding.CardForeign] = new("The card in the reader is not a Belgian eID card.", "Put your eID card in."),
            [DoctorFinding.CardMute] = new("The card in the reader does not answer.", "Take it out, check that the chip is on the right side, and put it in again."),
            [DoctorFinding.PinWindow] = new("There is a window to type your PIN in."),
            [DoctorFinding.PinTerminal] = new("You can type your PIN in this terminal."),
            [DoctorFinding.PinNowhere] = new("There is no window and no terminal to type your PIN in.", "Use a reader with keys, or install pinentry-gtk2 or pinentry-qt and start the agent on your desktop."),
            [DoctorFinding.FolderWritable] = new("The agent can keep its files."),
            [DoctorFinding.FolderUnusable] = new("The agent cannot keep its files: their folder cannot be written or is not yours.", "Check owner and rights of ~/.local/share/eidauth."),
            [DoctorFinding.ClockPlausible] = new("The clock can be right."),
            [DoctorFinding.ClockWrong] = new("The clock is wrong: certificates will seem expired or not yet valid.", "Set date and time, best automatically."),
        },
    };
}
