using Microsoft.Extensions.FileProviders;

namespace TownSite;

/// <summary>Style sheet and icon, out of the assembly.</summary>
internal static class TownAssets
{
    public static void UseTownAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new EmbeddedFileProvider(typeof(TownAssets).Assembly, "TownSite.Assets"),
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600",
    });
}
