using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAuth.UnitTests.Faults;

/// <summary>The PIN changed: exactly one of the two works afterwards, and which one is known unless the result says that it is not.</summary>
internal sealed class PinChangeTask(FaultWorld world) : FaultTask(world)
{
    private string current = FaultWorld.Pin;
    private string replacement = "24680";
    private int commandsBefore;

    public override void Prepare()
    {
        base.Prepare();
        if (World.PinsThatWork(current, replacement).Single() != current)
        {
            (current, replacement) = (replacement, current);
        }

        World.GiveTriesBack(current);
        commandsBefore = World.Card.Transcript.Count;
    }

    public override object Do(BelpicSession session)
    {
        Entries++;
        return session.ChangePin(Encoding.ASCII.GetBytes(current), Encoding.ASCII.GetBytes(replacement), session.ReadTriesLeft());
    }

    public override void Learn(object result)
    {
    }

    public override IEnumerable<string> Judge(object result)
    {
        var wasSent = World.Card.Transcript.Skip(commandsBefore).Any(command => command.StartsWith("0024", StringComparison.Ordinal));
        var standing = World.PinsThatWork(replacement, current);
        if (standing.Count != 1)
        {
            yield return $"{standing.Count} PINs work";
            yield break;
        }

        World.GiveTriesBack(standing[0]);
        var changed = standing[0] == replacement;
        switch (result)
        {
            case PinResult.Done when !changed:
                yield return "done, and the old PIN stands";
                break;
            case PinResult.Done or PinResult.ChangeUnknown:
                break;
            case CardException when wasSent:
                yield return "nobody is told that either PIN may stand";
                break;
            case CardException when changed:
                yield return "the new PIN stands, and nobody was told";
                break;
            case CardException:
                break;
            default:
                yield return "a right PIN was not taken";
                break;
        }
    }
}
