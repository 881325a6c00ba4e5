namespace EidAuth.PcSc;

/// <summary>
/// The readers of the system's PC/SC service. Thread-safe: each call has a context of its own. On Linux through libpcsclite; PCSCLITE_CSOCK_NAME in the
/// environment of the process names another service's socket. On Windows through WinSCard.dll and on macOS through PCSC.framework: both are written from
/// their documentation, their layouts are tested, and neither was ever run.
/// </summary>
public sealed class PcscResourceManager : IResourceManager
{
    private readonly IWinScard scard;
    private readonly TimeProvider clock;
    private readonly PcscConnections connections;

    /// <summary>Binds to this system's service; nothing is called yet.</summary>
    /// <exception cref="PlatformNotSupportedException">This system is neither Linux nor Windows nor macOS.</exception>
    public PcscResourceManager()
        : this(TimeProvider.System)
    {
    }

    /// <summary>The same with a clock for the pace at which a missing service is asked again.</summary>
    /// <exception cref="PlatformNotSupportedException">This system is neither Linux nor Windows nor macOS.</exception>
    public PcscResourceManager(TimeProvider clock)
        : this(OfThisSystem(), clock)
    {
    }

    internal PcscResourceManager(IWinScard scard, TimeProvider clock) =>
        (this.scard, this.clock, connections) = (scard, clock, new PcscConnections(scard, clock));

    /// <inheritdoc/>
    public IReadOnlyList<ReaderState> ListReaders()
    {
        PcscFault.ThrowIfFailed(scard.EstablishContext(out var context));
        try
        {
            return ReaderLook.Take(scard, context).Readers;
        }
        finally
        {
            scard.ReleaseContext(context);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new ReaderWatch(scard, clock, known, cancellation).RunAsync();
    }

    /// <inheritdoc/>
    public ICardHandle Connect(string reader)
    {
        ArgumentException.ThrowIfNullOrEmpty(reader);
        return connections.Connect(reader);
    }

    private static IWinScard OfThisSystem() =>
        OperatingSystem.IsLinux() ? new LinuxWinScard()
        : OperatingSystem.IsWindows() ? new WindowsWinScard()
        : OperatingSystem.IsMacOS() ? new MacWinScard()
        : throw new PlatformNotSupportedException("Card readers are read on Linux, Windows and macOS.");
}
