using System.Security.Cryptography;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Pki;

/// <summary>
/// A PKI shaped like the Belgian one, made once per machine: RSA-4096 root with a Citizen CA for RSA cards, P-384 root with one for EC cards, RRN signers,
/// delegated OCSP responders. Keys and roots are kept in a folder; the rest is issued anew each time it is opened, for the responder's address of that time.
/// </summary>
public sealed class TestPki : IDisposable
{
    private readonly PkiFolder folder;
    private readonly IssuedRegister register;
    private readonly PkiAddresses addresses;
    private readonly TimeProvider clock;

    private TestPki(PkiFolder folder, Uri responder, TimeProvider clock, PkiHabits habits)
    {
        (this.folder, this.clock) = (folder, clock);
        addresses = new PkiAddresses(responder);
        register = new IssuedRegister(folder.Issued);
        var now = clock.GetUtcNow();
        Rsa = new IssuingBranch(folder, "rsa", addresses, register, habits, now);
        Ec = new IssuingBranch(folder, "ec", addresses, register, PkiHabits.Usual, now);
        Responders = [.. Rsa.Responders, .. Ec.Responders];
    }

    /// <summary>Where it is kept unless told otherwise: ~/.local/share/eidauth-sim/pki.</summary>
    /// <exception cref="InvalidOperationException">This user has no home folder.</exception>
    public static string DefaultFolder
    {
        get
        {
            // A new account does not have the folder yet. Without a home it is not rooted, and private keys would land below the working folder.
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.IsPathRooted(data)
                ? Path.Combine(data, "eidauth-sim", "pki")
                : throw new InvalidOperationException("There is no home folder (HOME is not set): name the folder of the test PKI.");
        }
    }

    /// <summary>The folder with the roots alone, for --test-anchors and UseTestAnchors.</summary>
    public string AnchorsFolder => folder.Anchors;

    /// <summary>One for each CA that issues: what its OCSP responder needs.</summary>
    public IReadOnlyList<ResponderIdentity> Responders { get; }

    /// <summary>The half for RSA cards (applet 1.7).</summary>
    internal IssuingBranch Rsa { get; }

    /// <summary>The half for EC cards (applet 1.8).</summary>
    internal IssuingBranch Ec { get; }

    /// <summary>Roots and issuing CAs of both halves.</summary>
    internal IEnumerable<CertificationAuthority> Authorities => Rsa.Authorities.Concat(Ec.Authorities);

    /// <summary>Opens the folder, or makes it (mode 0700; a few seconds for the RSA keys). Safe against two processes at once.</summary>
    /// <param name="folder">For example <see cref="DefaultFolder"/>.</param>
    /// <param name="responder">Where the OCSP responder will listen, for example http://127.0.0.1:35355/.</param>
    /// <param name="clock">Certificates are valid around its time.</param>
    /// <param name="habits">Which addresses its certificates name; <see cref="PkiHabits.Usual"/> when absent.</param>
    /// <exception cref="InvalidDataException">The folder is damaged: delete it and it is made anew.</exception>
    public static TestPki Open(string folder, Uri responder, TimeProvider clock, PkiHabits? habits = null)
    {
        try
        {
            return new TestPki(PkiFolder.Open(folder, clock), responder, clock, habits ?? PkiHabits.Usual);
        }
        catch (Exception damage) when (damage is CryptographicException or ArgumentException or FileNotFoundException)
        {
            throw new InvalidDataException($"The test PKI in {folder} is damaged: delete the folder and it is made anew.", damage);
        }
    }

    /// <summary>Makes that citizen's card: keys, certificates, signed identity and address files, photo, PIN.</summary>
    /// <param name="citizen">Whose.</param>
    /// <param name="habits">What the manuals leave open; <see cref="CardHabits.Usual"/> when absent.</param>
    /// <exception cref="ArgumentException">The citizen's data do not fit on a card.</exception>
    public SimulatedCard IssueCard(Citizen citizen, CardHabits? habits = null) => IssueCard(citizen, CardProfile.Of(citizen).MakeKeys(), habits);

    /// <summary>What the responder of that path says of a serial number (unsigned big-endian bytes without leading zeros).</summary>
    public CertificateStatus StatusOf(string responderPath, ReadOnlySpan<byte> serialNumber)
    {
        foreach (var authority in Authorities)
        {
            if (PkiAddresses.OcspPath(authority.Name) == responderPath)
            {
                return register.Find(authority.Name, serialNumber);
            }
        }

        return new CertificateStatus.Unknown();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rsa.Dispose();
        Ec.Dispose();
    }

    internal bool IsRoot(CertificationAuthority authority) => authority == Rsa.Root || authority == Ec.Root;

    /// <summary>Another root for a root, another issuing CA for an issuing CA.</summary>
    internal CertificationAuthority OtherThan(CertificationAuthority authority) =>
        Authorities.First(other => other != authority && IsRoot(other) == IsRoot(authority));

    /// <summary>Everything that authority issued, and what became of it.</summary>
    internal IEnumerable<(byte[] SerialNumber, CertificateStatus Status)> IssuedBy(CertificationAuthority authority) => register.All(authority.Name);

    /// <summary>The same with keys made before: of the profile's kind; the card keeps them.</summary>
    internal SimulatedCard IssueCard(Citizen citizen, CardKeys keys, CardHabits? habits = null) =>
        new CardIssue(citizen, this, addresses, register, clock.GetUtcNow()).Make(keys, habits ?? CardHabits.Usual);
}
