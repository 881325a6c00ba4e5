using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAuth.UnitTests.Faults;

/// <summary>A login with a wrong PIN: whatever happens it costs one try at most, and never ends in a token.</summary>
internal sealed class WrongPinLoginTask(FaultWorld world) : LoginTask(world)
{
    protected override string Typed => "9999";

    public override void Prepare()
    {
        base.Prepare();
        World.GiveTriesBack(FaultWorld.Pin);
    }

    public override IEnumerable<string> Judge(object result)
    {
        switch (result)
        {
            case LoginSignature.WrongPin(var left) when left != World.Card.TriesLeft:
                yield return $"the card has {World.Card.TriesLeft} tries left";
                break;
            case LoginSignature.WrongPin or CardException:
                break;
            default:
                yield return "not what a wrong PIN leads to";
                break;
        }
    }
}
