using System.CommandLine;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>pki --out DIR</c>: makes the test PKI and says where its anchors are.</summary>
internal static class PkiVerb
{
    public static Command Make()
    {
        var folder = new Option<string?>("--out") { Description = "Where to. Default: ~/.local/share/eidauth-sim/pki.", HelpName = "DIR" };
        var verb = new Command("pki", "Makes the test PKI, unless it is there, and prints the folder of its anchors.") { folder };
        verb.SetAction(invocation =>
        {
            using var pki = TestPki.Open(
                invocation.GetValue(folder) ?? TestPki.DefaultFolder, new Uri("http://127.0.0.1:35355/"), TimeProvider.System);
            invocation.InvocationConfiguration.Output.WriteLine(pki.AnchorsFolder);
        });
        return verb;
    }
}
