namespace EidAuth.PcSc;

/// <summary>
/// The readers of the system's PC/SC service. Thread-safe: each call has a context of its own. On Linux through libpcsclite; PCSCLITE_CSOCK_NAME in the
/// environment of the process names another service's socket.
/// </summary>
public sealed class PcscResourceManager : IResourceManager
{
    private readonly IWinScard scard;
    private readonly TimeProvider clock;

    /// <summary>Binds to this system's service; nothing is called yet.</summary>
    /// <exception cref="PlatformNotSupportedException">This system is not Linux on 64 bits.</exception>
    public PcscResourceManager()
        : this(TimeProvider.System)
    {
    }

    /// <summary>The same with a clock for the pace at which a missing service is asked again.</summary>
    /// <exception cref="PlatformNotSupportedException">This system is not Linux on 64 bits.</exception>
    public PcscResourceManager(TimeProvider clock)
        : this(OfThisSystem(), clock)
    {
    }

    internal PcscResourceManager(IWinScard scard, TimeProvider clock) => (this.scard, this.clock) = (scard, clock);

    /// <inheritdoc/>
    public IReadOnlyList<ReaderState> ListReaders()
    {
        PcscFault.ThrowIfFailed(scard.EstablishContext(out var context));
        try
        {
            return ReaderWatch.Look(scard, context).Readers;
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
        return PcscCardHandle.Connect(scard, reader);
    }

    private static LinuxWinScard OfThisSystem() =>
        OperatingSystem.IsLinux() && nint.Size == 8
            ? new LinuxWinScard()
            : throw new PlatformNotSupportedException("Card readers are read through pcsc-lite on 64-bit Linux; this system is not supported yet.");
}
