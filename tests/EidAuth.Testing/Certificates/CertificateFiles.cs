using System.Globalization;

namespace EidAuth.Testing.Certificates;

/// <summary>A folder with these certificates as files, for as long as it is used.</summary>
public sealed class CertificateFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-certificates-");

    public CertificateFiles(IReadOnlyList<byte[]> certificates)
    {
        for (var i = 0; i < certificates.Count; i++)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{i:000}.crt")), certificates[i]);
        }
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
