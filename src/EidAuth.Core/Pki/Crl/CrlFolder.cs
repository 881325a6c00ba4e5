using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// Verified lists as files, so that a site that starts again need not fetch them all. A file proves nothing: it is read and verified like any other list. Folder
/// of mode 0700, files of mode 0600 that appear whole or not at all.
/// </summary>
internal sealed class CrlFolder
{
    /// <summary>Of files under way.</summary>
    public const string PartExtension = ".part";

    private const string ListExtension = ".crl";

    private readonly string path;

    /// <summary>Takes a folder, and makes it where it is missing; files that an earlier process left under way are removed.</summary>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made or read.</exception>
    public CrlFolder(string path)
    {
        this.path = path;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var part in Directory.EnumerateFiles(path, "*" + PartExtension))
        {
            File.Delete(part);
        }
    }

    /// <summary>What goes wrong with files and not with their contents.</summary>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Begins a file.</summary>
    public CrlPart Begin() => CrlPart.In(path);

    /// <summary>The file of a CA's list with that scope.</summary>
    public string FileOf(CertificateAuthority authority, CrlScope scope) =>
        Path.Combine(path, $"{NameOf(authority)}-{Convert.ToHexStringLower(SHA256.HashData(scope.Encoded.Span))[..16]}{ListExtension}");

    /// <summary>The files of a CA's lists.</summary>
    public IReadOnlyList<string> FilesOf(CertificateAuthority authority)
    {
        try
        {
            return Directory.GetFiles(path, $"{NameOf(authority)}-*{ListExtension}");
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return [];
        }
    }

    // Of the name's and the key's hashes: a look-alike of a CA has files of its own.
    private static string NameOf(CertificateAuthority authority) =>
        Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(authority.Certificate.Subject.Span), .. authority.KeyHash]));
}
