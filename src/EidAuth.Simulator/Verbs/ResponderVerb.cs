using System.CommandLine;
using System.CommandLine.Parsing;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;

namespace EidAuth.Simulator.Verbs;

/// <summary>
/// <c>responder</c>: answers for the certificates of the test PKI, also those that other processes issue from the same folder, well or as badly as it is told.
/// </summary>
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
        var behaviour = new Option<PlannedBehaviour[]>("--behaviour")
        {
            Description = "How it behaves, for example stale, citizen-ec=late or crl:root=reset; may be given several times, the last one counts. --list names them.",
            HelpName = "[SERVICE:][AUTHORITY=]NAME",
            CustomParser = ParseBehaviours,
        };
        var list = new Option<bool>("--list") { Description = "Lists the behaviours with the services that have them (ocsp, crl, crt), and ends." };
        var verb = new Command("responder", "Serves OCSP, revocation lists and CA certificates of the test PKI, until SIGTERM or Ctrl+C.") { folder, port, behaviour, list };
        verb.SetAction(async (invocation, stop) =>
        {
            var output = invocation.InvocationConfiguration;
            if (invocation.GetValue(list))
            {
                await output.Output.WriteAsync(string.Concat(PlannedBehaviour.Lines().Select(line => line + "\n")));
                return 0;
            }

            var address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", invocation.GetValue(port)).Uri;
            using var pki = TestPki.Open(invocation.GetValue(folder) ?? TestPki.DefaultFolder, address, TimeProvider.System);
            var conduct = new ResponderConduct(pki);
            try
            {
                Array.ForEach(invocation.GetValue(behaviour) ?? [], planned => planned.ApplyTo(conduct));
            }
            catch (ArgumentException)
            {
                await output.Error.WriteLineAsync($"--behaviour: the authorities are {string.Join(", ", conduct.Authorities)}.");
                return 1;
            }

            return await LoopbackHost.RunAsync(
                OcspResponder.Build(pki, invocation.GetValue(port), TimeProvider.System, conduct), "responder", invocation, stop);
        });
        return verb;
    }

    private static PlannedBehaviour[] ParseBehaviours(ArgumentResult result)
    {
        var behaviours = new List<PlannedBehaviour>();
        foreach (var token in result.Tokens)
        {
            if (PlannedBehaviour.TryParse(token.Value, out var planned))
            {
                behaviours.Add(planned);
            }
            else
            {
                result.AddError("--behaviour wants [SERVICE:][AUTHORITY=]NAME, for example crl:citizen-ec=stale; --list names the behaviours and their services.");
            }
        }

        return [.. behaviours];
    }
}
