namespace EidAuth.Simulator.Cards;

/// <summary>What a card would let the next program do: <see cref="None"/> is a card that nobody has to worry about.</summary>
[Flags]
public enum SecurityState
{
    /// <summary>No PIN stands, no environment is set, no answer waits.</summary>
    None = 0,

    /// <summary>The PIN was verified: key 82 signs.</summary>
    PinVerified = 1,

    /// <summary>The PIN was verified just now: key 83 signs once.</summary>
    SignatureReady = 2,

    /// <summary>MSE SET chose an algorithm and a key.</summary>
    EnvironmentSet = 4,

    /// <summary>GET RESPONSE would fetch something, for example a signature.</summary>
    AnswerWaits = 8,
}
