using System.CommandLine;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>citizens</c>: who can be inserted.</summary>
internal static class CitizensVerb
{
    public static Command Make()
    {
        var verb = new Command("citizens", "Lists the invented citizens.");
        verb.SetAction(invocation =>
        {
            foreach (var citizen in Citizen.All.Values.OrderBy(citizen => citizen.Id, StringComparer.Ordinal))
            {
                invocation.InvocationConfiguration.Output.WriteLine($"{citizen.Id,-16} {citizen.Applet}");
            }
        });
        return verb;
    }
}
