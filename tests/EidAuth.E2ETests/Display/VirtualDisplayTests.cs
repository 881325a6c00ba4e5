using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.E2ETests.Display;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class VirtualDisplayTests
{
    [Fact]
    public async Task What_the_hands_type_arrives_in_a_real_pinentry_window()
    {
        Require.Programs("pinentry-gtk-2");
        var cancellation = TestContext.Current.CancellationToken;
        await using var display = await VirtualDisplay.StartAsync(cancellation);
        await using var pinentry = TestProcess.Start("pinentry-gtk-2", [], display.Environment);

        await pinentry.StandardInput.WriteAsync("SETPROMPT PIN\nGETPIN\n".AsMemory(), cancellation);
        await pinentry.StandardInput.FlushAsync(cancellation);
        var window = await display.WaitForWindowAsync("pinentry", cancellation);
        await display.TypeAsync(window, "482913", cancellation);

        Assert.Equal("D 482913", await pinentry.WaitForLineAsync("D ", TimeSpan.FromSeconds(20), cancellation));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await display.ScreenshotAsync(cancellation))[..4]);
    }
}
