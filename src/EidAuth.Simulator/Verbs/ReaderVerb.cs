using System.CommandLine;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>reader</c>: a reader of its own with its page, to look at and to try keys and cards on.</summary>
internal static class ReaderVerb
{
    private const int UsualPort = 35354;

    public static Command Make()
    {
        var port = new Option<int>("--port") { Description = "The page's port on 127.0.0.1.", DefaultValueFactory = _ => UsualPort };
        var noKeypad = new Option<bool>("--no-keypad") { Description = "A reader without keys: the PIN is typed elsewhere." };
        var pki = new PkiOptions();
        var verb = new Command("reader", "Shows a simulated reader and the citizens' cards on a web page, until SIGTERM or Ctrl+C.") { port, noKeypad };
        pki.AddTo(verb);
        verb.SetAction(async (invocation, stop) =>
        {
            using var opened = pki.Open(invocation);
            var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", !invocation.GetValue(noKeypad), TimeProvider.System);
            var cards = Citizen.InOrder
                .ToDictionary(citizen => citizen.Id, citizen => new Lazy<SimulatedCard>(() => opened.IssueCard(citizen)));
            return await LoopbackHost.RunAsync(ReaderPage.Build(reader, cards, invocation.GetValue(port)), "reader", invocation, stop);
        });
        return verb;
    }
}
