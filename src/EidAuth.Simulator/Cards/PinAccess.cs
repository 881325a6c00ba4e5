namespace EidAuth.Simulator.Cards;

/// <summary>
/// What a right PIN has opened. Key 82 stays open until reset, LOG OFF or a wrong PIN; key 83 wants a VERIFY of its own for each signature. A VERIFY that a
/// key-83 signature used up opens nothing else; what was open before it stays open.
/// </summary>
internal sealed class PinAccess
{
    private bool openBefore;
    private int? commandsSince;

    /// <summary>Key 82 may sign.</summary>
    public bool Open { get; private set; }

    /// <summary>Key 83 may sign: at most so many commands stood between VERIFY and this one, which counts as elapsed already.</summary>
    public bool IsFresh(int commandsBetween) => commandsSince - 1 <= commandsBetween;

    /// <summary>The same before the command that would sign has elapsed.</summary>
    public bool WouldBeFresh(int commandsBetween) => commandsSince <= commandsBetween;

    public void Verified() => (openBefore, Open, commandsSince) = (Open, true, 0);

    public void UseUp() => (Open, commandsSince) = (openBefore, null);

    public void Drop() => (openBefore, Open, commandsSince) = (false, false, null);

    /// <summary>A command begins.</summary>
    public void Elapse() => commandsSince++;
}
