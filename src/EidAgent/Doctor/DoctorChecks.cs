using System.Net;
using System.Net.Sockets;
using EidAgent.Commands;
using EidAgent.Data;
using EidAgent.Peer;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Service;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Doctor;

/// <summary>The checks, each with one finding. None reads anything of a card, writes a name or a number, or changes anything.</summary>
internal static class DoctorChecks
{
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Who holds the port, by the kernel and by what answers.</summary>
    /// <param name="holder">Who listens, as the kernel says.</param>
    /// <param name="answer">What a browser of this user gets.</param>
    /// <param name="systemPart">What was found of the system part.</param>
    public static DoctorFinding Port(PortHolderKind holder, PortAnswer answer, DoctorFinding systemPart) => (holder, answer) switch
    {
        (PortHolderKind.Nobody, _) or (PortHolderKind.Unknown, PortAnswer.None) => DoctorFinding.PortFree,
        (_, PortAnswer.AnotherUser) => DoctorFinding.PortAnotherUser,
        (not PortHolderKind.AnotherUser, PortAnswer.OwnAgent) => DoctorFinding.PortOwnAgent,

        // Another user's program can show any page. Only where root installed the system part may one that is not ours show these.
        (PortHolderKind.AnotherUser, PortAnswer.OwnAgent) when systemPart == DoctorFinding.SystemPartReady => DoctorFinding.PortSystemPart,
        (PortHolderKind.AnotherUser, PortAnswer.NoAgent) when systemPart is DoctorFinding.SystemPartReady or DoctorFinding.SystemPartNoPlace => DoctorFinding.PortNoAgent,
        _ => DoctorFinding.PortAnotherProgram,
    };

    /// <summary>Makes a connection to itself and asks whose it is.</summary>
    public static async Task<DoctorFinding> OwnerAsync(Func<IPEndPoint, IPEndPoint, PeerOwner> find, CancellationToken cancellation)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var browser = new TcpClient(AddressFamily.InterNetwork);
        var connecting = browser.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancellation);
        using var accepted = await listener.AcceptSocketAsync(cancellation);
        await connecting;
        return find((IPEndPoint)accepted.LocalEndPoint!, (IPEndPoint)accepted.RemoteEndPoint!) == PeerOwner.ThisUser ? DoctorFinding.OwnerTold : DoctorFinding.OwnerNotTold;
    }

    /// <summary>Whether the system part is there and has a place for this user.</summary>
    public static DoctorFinding SystemPart(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Path.Exists(folder))
        {
            return DoctorFinding.SystemPartAbsent;
        }

        using var all = PortPlaces.HoldFolder(folder);
        using var own = all?.Entry(PortPlaces.NameOf(LinuxPeer.EffectiveUser()));
        return all is null ? DoctorFinding.SystemPartUnsafe
            : own is { IsDirectory: true } && own.Owner == LinuxPeer.EffectiveUser() ? DoctorFinding.SystemPartReady
            : DoctorFinding.SystemPartNoPlace;
    }

    /// <summary>Service, readers and card, as the service tells them: no card is sent a command.</summary>
    public static IReadOnlyList<DoctorFinding> Cards(IResourceManager readers)
    {
        IReadOnlyList<ReaderState> states;
        try
        {
            states = readers.ListReaders();
        }
        catch (CardException)
        {
            return [DoctorFinding.ServiceMissing];
        }

        if (states.Count == 0)
        {
            return [DoctorFinding.ServiceRuns, DoctorFinding.ReaderMissing];
        }

        var contents = states.Select(state => ReaderLook.At(state).Content).ToHashSet();
        return
        [
            DoctorFinding.ServiceRuns, DoctorFinding.ReaderFound,
            contents.Contains(ReaderContent.Belgian) ? DoctorFinding.CardBelgian
                : contents.Contains(ReaderContent.Mute) ? DoctorFinding.CardMute
                : contents.Contains(ReaderContent.Foreign) ? DoctorFinding.CardForeign
                : DoctorFinding.CardMissing,
        ];
    }

    /// <summary>Where a PIN would be typed without a keypad.</summary>
    public static DoctorFinding Pin(PromptSurroundings here) =>
        here.System != PromptSystem.Linux || PinPrompts.Programs(here, null).Any(program => program.Terminal is null) ? DoctorFinding.PinWindow
        : here.Terminal is not null ? DoctorFinding.PinTerminal
        : DoctorFinding.PinNowhere;

    /// <summary>Whether the agent could keep something. What is missing it would make: then the nearest folder above decides. Nothing is written.</summary>
    public static DoctorFinding Folder(string? folder)
    {
        try
        {
            return folder is not null && IsUsable(folder) ? DoctorFinding.FolderWritable : DoctorFinding.FolderUnusable;
        }
        catch (Exception exception) when (exception is KeepingException or IOException or UnauthorizedAccessException)
        {
            return DoctorFinding.FolderUnusable;
        }
    }

    /// <summary>Between the program's own time and the end of its certificates.</summary>
    public static DoctorFinding Clock(TimeProvider clock) => clock.GetUtcNow() is var now && now > Earliest && now < Latest ? DoctorFinding.ClockPlausible : DoctorFinding.ClockWrong;

    private static bool IsUsable(string folder)
    {
        if (OwnPath.Check(folder, isFolder: true))
        {
            return FolderAccess.MayWrite(folder);
        }

        var above = Path.GetDirectoryName(folder);
        while (above is not null && !Directory.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above is not null && FolderAccess.MayWrite(above);
    }
}
