using System.Text.Json;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>The file of sites.</summary>
internal static class SiteJson
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static byte[] Write(IReadOnlyList<SiteRecord> sites) => JsonSerializer.SerializeToUtf8Bytes(new Content(1, [.. sites]), Form);

    /// <summary>The sites, or null when it is no such file. A row that somebody wrote by hand and that names no origin is left out.</summary>
    public static List<SiteRecord>? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Content>(content, Form);
            return read is { Version: 1, Sites: { } sites }
                ? [.. sites.Where(site => site is { Times: >= 0 } && Origin.TryParse(site.Origin, out var origin) && origin!.Value == site.Origin).DistinctBy(site => site.Origin)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Content(int Version, List<SiteRecord>? Sites);
}
