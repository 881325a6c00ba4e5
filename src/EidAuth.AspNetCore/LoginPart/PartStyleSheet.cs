using System.Security.Cryptography;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>The part's style sheet, out of the assembly.</summary>
internal static class PartStyleSheet
{
    /// <summary>Its bytes, UTF-8.</summary>
    public static readonly byte[] Content = Read();

    /// <summary>Changes with every byte of it, so that browsers may keep what they have for good.</summary>
    public static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 8));

    private static byte[] Read()
    {
        using var resource = typeof(PartStyleSheet).Assembly.GetManifestResourceStream("EidAuth.AspNetCore.LoginPart.part.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
