using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>
/// The folder that a test PKI lives in: <c>authority/</c> keys and roots (owner only), <c>anchors/</c> the roots for others to trust, <c>issued/</c> what was
/// issued. The authority folder is filled under another name and then renamed, so that of two processes that begin at once one makes it and both use the same.
/// </summary>
internal sealed class PkiFolder
{
    // Made on opening where a folder of an earlier version does not have them. Before Keys, which holds them too.
    private static readonly (string Name, Func<AsymmetricAlgorithm> Make)[] Newer =
    [
        ("rrn-old-rsa", () => RSA.Create(1024)),
        ("foreigner-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        ("ocsp-foreigner-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP256)),
    ];

    private static readonly (string Name, Func<AsymmetricAlgorithm> Make)[] Keys =
    [
        ("root-rsa", () => RSA.Create(4096)),
        ("citizen-rsa", () => RSA.Create(4096)),
        ("rrn-rsa", () => RSA.Create(2048)),
        ("ocsp-root-rsa", () => RSA.Create(2048)),
        ("ocsp-citizen-rsa", () => RSA.Create(2048)),
        ("root-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        ("citizen-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        ("rrn-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        ("ocsp-root-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        ("ocsp-citizen-ec", () => ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        .. Newer,
    ];

    private static readonly string[] Roots = ["root-rsa", "root-ec"];

    private readonly string folder;

    private PkiFolder(string folder) => this.folder = folder;

    public string Anchors => Path.Combine(folder, "anchors");

    public string Issued => Path.Combine(folder, "issued");

    private string Authority => Path.Combine(folder, "authority");

    public static PkiFolder Open(string path, TimeProvider clock)
    {
        var folder = new PkiFolder(Path.GetFullPath(path));
        OwnerOnly.CreateFolder(folder.folder);
        if (!Directory.Exists(folder.Authority))
        {
            folder.MakeAuthority(clock);
        }

        folder.AddNewerKeys();
        OwnerOnly.CreateFolder(folder.Issued);
        folder.PublishAnchors();
        return folder;
    }

    public X509Certificate2 Root(string name) => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Authority, name + ".crt"));

    public AsymmetricAlgorithm Key(string name)
    {
        AsymmetricAlgorithm key = name.EndsWith("-rsa", StringComparison.Ordinal) ? RSA.Create() : ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Authority, name + ".key")));
        return key;
    }

    private void MakeAuthority(TimeProvider clock)
    {
        var unfinished = Path.Combine(folder, $"authority.{Guid.NewGuid():N}.unfinished");
        OwnerOnly.CreateFolder(unfinished);
        try
        {
            var validity = CertificateValidity.Around(clock.GetUtcNow(), yearsBefore: 10, yearsAfter: 20);
            Parallel.ForEach(Keys, entry =>
            {
                using var key = entry.Make();
                OwnerOnly.WriteFile(Path.Combine(unfinished, entry.Name + ".key"), key.ExportPkcs8PrivateKeyPem());
                if (Roots.Contains(entry.Name))
                {
                    using var root = AuthorityProfile.Root(key, validity);
                    File.WriteAllBytes(Path.Combine(unfinished, entry.Name + ".crt"), root.RawData);
                }
            });
            Directory.Move(unfinished, Authority);
        }
        catch (IOException) when (Directory.Exists(Authority))
        {
            // Another process was first: its authority counts, ours goes.
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private void AddNewerKeys()
    {
        foreach (var (name, make) in Newer)
        {
            var kept = Path.Combine(Authority, name + ".key");
            if (File.Exists(kept))
            {
                continue;
            }

            using var key = make();
            var unfinished = Path.Combine(Authority, $"{name}.{Guid.NewGuid():N}.unfinished");
            OwnerOnly.WriteFile(unfinished, key.ExportPkcs8PrivateKeyPem());
            try
            {
                File.Move(unfinished, kept, overwrite: false);
            }
            catch (IOException) when (File.Exists(kept))
            {
                // Another process was first: its key counts.
                File.Delete(unfinished);
            }
        }
    }

    private void PublishAnchors()
    {
        Directory.CreateDirectory(Anchors);
        foreach (var root in Roots)
        {
            var published = Path.Combine(Anchors, root + ".crt");
            if (!File.Exists(published))
            {
                // Under a name that no reader of anchors looks at, then renamed: a reader never sees half a certificate.
                var unfinished = Path.Combine(Anchors, $"{root}.{Guid.NewGuid():N}.unfinished");
                File.Copy(Path.Combine(Authority, root + ".crt"), unfinished);
                File.Move(unfinished, published, overwrite: true);
            }
        }
    }
}
