namespace EidAgent.Doctor;

/// <summary>What answers on the port when this user's browser opens it.</summary>
internal enum PortAnswer
{
    /// <summary>Nothing, in time.</summary>
    None,

    /// <summary>The agent's own page: an agent of this user.</summary>
    OwnAgent,

    /// <summary>An agent that says it is another user's.</summary>
    AnotherUser,

    /// <summary>The system part, which found no agent of this user.</summary>
    NoAgent,

    /// <summary>Something else.</summary>
    Other,
}
