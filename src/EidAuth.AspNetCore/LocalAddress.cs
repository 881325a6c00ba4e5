namespace EidAuth.AspNetCore;

/// <summary>Addresses within this site, the only ones a login returns to.</summary>
internal static class LocalAddress
{
    /// <summary>A path of this host: one slash first, and nothing a browser would read as another host or scheme.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);
}
