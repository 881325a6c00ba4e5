using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
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
        var fault = new Option<PlannedFault[]>("--fault")
        {
            Description = "What happens at which command from now, for example removed@3; may be given several times. Kinds: "
                + string.Join(", ", Enum.GetValues<FaultKind>().Select(FaultName.Of)) + ".",
            HelpName = "KIND@N",
            CustomParser = ParseFaults,
        };
        var strict = new Option<bool>("--strict") { Description = "A card that refuses what the manuals refuse." };
        var lenient = new Option<bool>("--lenient") { Description = "A card that takes what some cards take." };
        var resolves = new Option<bool>("--reader-resolves") { Description = "A reader that answers 61xx and 6Cxx itself." };
        var pki = new PkiOptions();
        var verb = new Command("insert", "Inserts a card into the virtual reader, prints \"inserted ID\", and removes it on SIGTERM or Ctrl+C.")
        {
            id,
            port,
            pin,
            fault,
            strict,
            lenient,
            resolves,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(strict) && result.GetValue(lenient))
            {
                result.AddError("A card is --strict or --lenient, not both.");
            }
        });
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
            var card = opened.IssueCard(
                citizen, invocation.GetValue(strict) ? CardHabits.Strict : invocation.GetValue(lenient) ? CardHabits.Lenient : CardHabits.Usual);
            Array.ForEach(invocation.GetValue(fault) ?? [], card.Plan);
            try
            {
                var end = await VpcdCard.RunAsync(
                    card,
                    new VpcdSlot(invocation.GetValue(port), TimeProvider.System) { ResolvesLengths = invocation.GetValue(resolves) },
                    () => output.Output.WriteLine($"inserted {citizen.Id}"),
                    stop);
                if (end is { } kind)
                {
                    await output.Output.WriteLineAsync($"{FaultName.Of(kind)} {citizen.Id}");
                }

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

    private static PlannedFault[] ParseFaults(ArgumentResult result)
    {
        var faults = new List<PlannedFault>();
        foreach (var token in result.Tokens)
        {
            if (FaultName.TryParse(token.Value, out var planned))
            {
                faults.Add(planned);
            }
            else
            {
                result.AddError("--fault wants KIND@N, for example removed@3; --help names the kinds.");
            }
        }

        return [.. faults];
    }
}
