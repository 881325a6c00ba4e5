using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>One service for the tests of a class.</summary>
public sealed class CommandLineFixture : IAsyncLifetime
{
    private PrivatePcscd? pcscd;
    private Exception? missing;

    internal PrivatePcscd Pcscd => pcscd ?? throw missing ?? new InvalidOperationException("not started");

    internal static string Anchors => Path.Combine(SharedPki.Folder, "anchors");

    public async ValueTask InitializeAsync()
    {
        try
        {
            pcscd = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);
        }
        catch (Exception skip) when (skip.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal))
        {
            // A fixture cannot skip, its tests do.
            missing = skip;
        }
    }

    public ValueTask DisposeAsync() => pcscd?.DisposeAsync() ?? ValueTask.CompletedTask;
}
