using EidAuth.E2ETests.Accessibility;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;

namespace EidAuth.E2ETests;

/// <summary>Pictures for people to look at: artifacts/screens.</summary>
internal static class Screens
{
    internal static async Task KeepAsync(ITab tab, params string[] name) => await KeepAsync(await tab.ScreenshotAsync(), name);

    internal static async Task KeepAsync(byte[] png, params string[] name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens"));
        PageFigures.Pictured();
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, string.Join('-', name) + ".png"), png);
    }
}
