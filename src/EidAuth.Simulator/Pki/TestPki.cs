using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Pki;

/// <summary>
/// A PKI shaped like the Belgian one, made once per machine: RSA-4096 root with a Citizen CA for RSA cards, P-384 root with one for EC cards, RRN signers,
/// delegated OCSP responders. Keys and roots are kept in a folder; the rest is issued anew each time it is opened, for the responder's address of that time.
/// </summary>
public sealed class TestPki : IDisposable
{
    /// <summary>Where it is kept unless told otherwise: ~/.local/share/eidauth-sim/pki.</summary>
    public static string DefaultFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "eidauth-sim", "pki");

    /// <summary>The folder with the roots alone, for --test-anchors and UseTestAnchors.</summary>
    public string AnchorsFolder => throw new NotImplementedException();

    /// <summary>One for each CA that issues: what its OCSP responder needs.</summary>
    public IReadOnlyList<ResponderIdentity> Responders => throw new NotImplementedException();

    /// <summary>Opens the folder, or makes it (mode 0700; a few seconds for the RSA keys). Safe against two processes at once.</summary>
    /// <param name="folder">For example <see cref="DefaultFolder"/>.</param>
    /// <param name="responder">Where the OCSP responder will listen, for example http://127.0.0.1:35355/.</param>
    /// <param name="clock">Certificates are valid around its time.</param>
    public static TestPki Open(string folder, Uri responder, TimeProvider clock) => throw new NotImplementedException();

    /// <summary>Makes that citizen's card: keys, certificates, signed identity and address files, photo, PIN.</summary>
    public SimulatedCard IssueCard(Citizen citizen) => throw new NotImplementedException();

    /// <summary>What the responder of that path says of a serial number (unsigned big-endian bytes without leading zeros).</summary>
    public CertificateStatus StatusOf(string responderPath, ReadOnlySpan<byte> serialNumber) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
