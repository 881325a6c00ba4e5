using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// A folder of the program's own with the public certificates of CAs that once verified. A file's name is the SHA-256 of its bytes, so it is written once and never changed.
/// What is read from it is proven by nothing: whoever can write there adds candidates, not trust.
/// </summary>
internal sealed class KeptIssuers
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Extension = ".crt";

    private readonly string folder;

    private KeptIssuers(string folder) => this.folder = folder;

    /// <summary>Opens the folder, or makes it.</summary>
    public static KeptIssuers In(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnFolder);
        }

        return new KeptIssuers(folder);
    }

    /// <summary>The certificates in it.</summary>
    public IEnumerable<Certificate> Read() => CertificateFolder.Read(folder).SelectMany(file => file.Certificates);

    /// <summary>Writes one; false when it is there already, or the folder holds as many as a store does.</summary>
    public bool Write(Certificate certificate)
    {
        var bytes = certificate.Encoded.Span;
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(bytes)) + Extension);
        if (File.Exists(path) || Directory.EnumerateFiles(folder, "*" + Extension).Take(IssuingCaStore.MaximumCount).Count() == IssuingCaStore.MaximumCount)
        {
            return false;
        }

        // Whole under a name that nobody reads, then renamed: a reader, or another server, sees all of it or nothing.
        var draft = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        try
        {
            using (var file = new FileStream(draft, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
