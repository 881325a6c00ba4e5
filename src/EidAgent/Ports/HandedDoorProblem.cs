namespace EidAgent.Ports;

/// <summary>Why an agent cannot take connections at its place. Closed; each has its sentence.</summary>
internal enum HandedDoorProblem
{
    /// <summary>Another agent of this user listens there.</summary>
    Taken,

    /// <summary>The folder is not one that the system part made for this user.</summary>
    ForeignFolder,

    /// <summary>The system does not let this user listen there.</summary>
    Refused,
}
