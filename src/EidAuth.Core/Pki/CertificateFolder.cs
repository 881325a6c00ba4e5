namespace EidAuth.Pki;

/// <summary>Reads the certificates in a folder: *.crt, *.cer, *.der, *.pem, each DER or PEM, PEM with one or more.</summary>
internal static class CertificateFolder
{
    private const int MaximumFileLength = 256 * 1024;

    private static readonly string[] Extensions = [".crt", ".cer", ".der", ".pem"];

    /// <summary>The files in the folder, in the order of their names; the certificates of each, empty when it holds none that reads.</summary>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public static IEnumerable<(string File, IReadOnlyList<Certificate> Certificates)> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new ArgumentException($"There is no folder {folder}.", nameof(folder));
        }

        return Directory.EnumerateFiles(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, (IReadOnlyList<Certificate>)ReadFile(file)));
    }

    private static List<Certificate> ReadFile(string file)
    {
        if (new FileInfo(file).Length > MaximumFileLength)
        {
            return [];
        }

        var bytes = File.ReadAllBytes(file);
        if (Certificate.TryRead(bytes, out var single))
        {
            return [single!];
        }

        var certificates = new List<Certificate>();
        foreach (var der in PemCertificates.Read(bytes))
        {
            if (Certificate.TryRead(der, out var certificate))
            {
                certificates.Add(certificate!);
            }
        }

        return certificates;
    }
}
