using EidAuth.Simulator.Pki;

namespace EidAuth.Testing.Pki;

/// <summary>
/// One folder of test PKI keys for the whole test process, made at the first use and removed at the end: two RSA-4096 keys are too slow to be made for each
/// test. What is below the roots is issued anew on each opening, so every test has its own clock and its own responder address.
/// </summary>
public static class SharedPki
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The folder, for programs that take one.</summary>
    public static string Folder => Made.Value;

    /// <summary>Opens it.</summary>
    /// <param name="clock">Between ten years ago and twenty years on, the roots' own validity.</param>
    /// <param name="responder">The address in the certificates; by default one where nobody listens.</param>
    public static TestPki Open(TimeProvider clock, Uri? responder = null) =>
        TestPki.Open(Folder, responder ?? new Uri("http://127.0.0.1:9/"), clock);

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-pki-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        TestPki.Open(folder, new Uri("http://127.0.0.1:9/"), TimeProvider.System).Dispose();
        return folder;
    }
}
