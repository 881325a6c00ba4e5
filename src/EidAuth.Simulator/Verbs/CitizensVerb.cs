using System.CommandLine;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Verbs;

/// <summary><c>citizens</c>: who can be inserted: id, card profile, and what the card is for.</summary>
internal static class CitizensVerb
{
    public static Command Make()
    {
        var verb = new Command("citizens", "Lists the invented citizens.");
        verb.SetAction(invocation =>
        {
            foreach (var citizen in Citizen.InOrder)
            {
                invocation.InvocationConfiguration.Output.WriteLine($"{citizen.Id,-22}  {citizen.Profile ?? citizen.Applet,-11}  {citizen.Purpose}");
            }
        });
        return verb;
    }
}
