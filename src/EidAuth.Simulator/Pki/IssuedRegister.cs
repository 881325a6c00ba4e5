using System.Globalization;

namespace EidAuth.Simulator.Pki;

/// <summary>
/// What each CA issued and what became of it: one file per certificate, named after its serial number. In files, because cards are made in one process and
/// the responder may run in another.
/// </summary>
internal sealed class IssuedRegister(string folder)
{
    private const string GoodMark = "good";

    public void Record(string authority, ReadOnlySpan<byte> serialNumber, CertificateStatus status)
    {
        var shelf = Path.Combine(folder, authority);
        OwnerOnly.CreateFolder(shelf);
        var entry = Path.Combine(shelf, NameOf(serialNumber));
        var unfinished = entry + "." + Guid.NewGuid().ToString("N");
        OwnerOnly.WriteFile(unfinished, TextOf(status));
        File.Move(unfinished, entry, overwrite: true);
    }

    public CertificateStatus Find(string authority, ReadOnlySpan<byte> serialNumber)
    {
        var entry = Path.Combine(folder, authority, NameOf(serialNumber));
        return serialNumber.Length is > 0 and <= 20 && File.Exists(entry) ? Parse(File.ReadAllText(entry)) : new CertificateStatus.Unknown();
    }

    /// <summary>Everything that authority issued, in the order of the serial numbers.</summary>
    public IEnumerable<(byte[] SerialNumber, CertificateStatus Status)> All(string authority)
    {
        var shelf = new DirectoryInfo(Path.Combine(folder, authority));
        return shelf.Exists
            ? shelf.EnumerateFiles()
                .Select(entry => entry.Name)
                .Where(name => !name.Contains('.', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (Convert.FromHexString(name), Parse(File.ReadAllText(Path.Combine(shelf.FullName, name)))))
            : [];
    }

    private static string NameOf(ReadOnlySpan<byte> serialNumber) => Convert.ToHexString(serialNumber);

    private static string TextOf(CertificateStatus status) => status switch
    {
        CertificateStatus.Good => GoodMark,
        CertificateStatus.Revoked revoked => string.Create(CultureInfo.InvariantCulture, $"revoked {revoked.Since:O} {revoked.Reason}"),
        _ => throw new ArgumentException("A certificate that was issued is good or revoked.", nameof(status)),
    };

    private static CertificateStatus Parse(string text)
    {
        if (text == GoodMark)
        {
            return new CertificateStatus.Good();
        }

        var words = text.Split(' ');
        return new CertificateStatus.Revoked(
            DateTimeOffset.ParseExact(words[1], "O", CultureInfo.InvariantCulture),
            words[2].Length == 0 ? null : int.Parse(words[2], CultureInfo.InvariantCulture));
    }
}
