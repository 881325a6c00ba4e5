namespace EidAuth.Simulator.Responder;

/// <summary>How many connections clients hold to the responder. Thread-safe.</summary>
public sealed class ConnectionTally
{
    private readonly Lock gate = new();
    private int open;
    private int most;
    private int total;

    internal ConnectionTally()
    {
    }

    /// <summary>Open now.</summary>
    public int Open => Read(ref open);

    /// <summary>The most that were open at once.</summary>
    public int MostAtOnce => Read(ref most);

    /// <summary>All that were ever opened.</summary>
    public int Total => Read(ref total);

    internal void Opened()
    {
        lock (gate)
        {
            total++;
            most = Math.Max(most, ++open);
        }
    }

    internal void Closed()
    {
        lock (gate)
        {
            open--;
        }
    }

    private int Read(ref int number)
    {
        lock (gate)
        {
            return number;
        }
    }
}
