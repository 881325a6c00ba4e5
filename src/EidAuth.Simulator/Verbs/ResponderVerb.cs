using System.CommandLine;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>responder</c>: answers for the certificates of the test PKI, also those that other processes issue from the same folder.</summary>
internal static class ResponderVerb
{
    private const int UsualPort = 35355;

    public static Command Make()
    {
        var folder = new Option<string?>("--pki")
        {
            Description = "Folder of the test PKI, made when absent. Default: ~/.local/share/eidauth-sim/pki.",
            HelpName = "DIR",
        };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1.", DefaultValueFactory = _ => UsualPort };
        var verb = new Command("responder", "Answers OCSP requests about the test PKI's certificates, until SIGTERM or Ctrl+C.") { folder, port };
        verb.SetAction(async (invocation, stop) =>
        {
            var address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", invocation.GetValue(port)).Uri;
            using var pki = TestPki.Open(invocation.GetValue(folder) ?? TestPki.DefaultFolder, address, TimeProvider.System);
            return await LoopbackHost.RunAsync(OcspResponder.Build(pki, invocation.GetValue(port), TimeProvider.System), "responder", invocation, stop);
        });
        return verb;
    }
}
