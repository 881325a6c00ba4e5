using System.CommandLine;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Vpcd;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>insert ID</c>: puts a citizen's card into the virtual PC/SC reader until told to stop.</summary>
internal static class InsertVerb
{
    public static Command Make()
    {
        var id = new Argument<string>("ID") { Description = "Whose card, for example adult-18." };
        var port = new Option<int>("--port") { Description = "The slot's port of the vpcd driver.", DefaultValueFactory = _ => VpcdCard.DefaultPort };
        var pin = new Option<string?>("--pin") { Description = "Another PIN than the citizen's, 4 to 12 digits." };
        pin.Validators.Add(result =>
        {
            // The option's own text is not repeated: it may be somebody's real PIN.
            if (result.GetValueOrDefault<string?>() is { } digits && !PinBlock.Fits(digits))
            {
                result.AddError("--pin wants 4 to 12 digits.");
            }
        });
        var pki = new PkiOptions();
        var verb = new Command("insert", "Inserts a card into the virtual reader, prints \"inserted ID\", and removes it on SIGTERM or Ctrl+C.")
        {
            id,
            port,
            pin,
        };
        pki.AddTo(verb);
        verb.SetAction(async (invocation, stop) =>
        {
            var output = invocation.InvocationConfiguration;
            if (!Citizen.All.TryGetValue(invocation.GetRequiredValue(id), out var citizen))
            {
                await output.Error.WriteLineAsync("No such citizen; the verb citizens lists them.");
                return 1;
            }

            citizen = citizen with { Pin = invocation.GetValue(pin) ?? citizen.Pin };
            using var opened = pki.Open(invocation);
            try
            {
                await VpcdCard.RunAsync(
                    opened.IssueCard(citizen),
                    new VpcdSlot(invocation.GetValue(port), TimeProvider.System),
                    () => output.Output.WriteLine($"inserted {citizen.Id}"),
                    stop);
                return 0;
            }
            catch (SocketException unreachable) when (unreachable.SocketErrorCode == SocketError.ConnectionRefused)
            {
                await output.Error.WriteLineAsync("No virtual reader at that port: is pcscd running with the vpcd driver?");
                return 1;
            }
            catch (Exception gone) when (gone is SocketException or EndOfStreamException)
            {
                await output.Error.WriteLineAsync("The virtual reader went away.");
                return 1;
            }
        });
        return verb;
    }
}
