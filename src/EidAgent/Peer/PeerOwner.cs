namespace EidAgent.Peer;

/// <summary>Whose program is at the other end of a loopback connection.</summary>
public enum PeerOwner
{
    /// <summary>Nobody could tell: to be refused.</summary>
    Unknown,

    /// <summary>The user this agent runs as.</summary>
    ThisUser,

    /// <summary>Somebody else on this machine.</summary>
    AnotherUser,
}
