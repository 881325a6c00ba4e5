namespace EidAuth.Pki;

/// <summary>What the search for a login's path cost so far.</summary>
internal struct PathWork
{
    /// <summary>Signatures that were verified.</summary>
    public int Signatures { get; set; }

    /// <summary>Certificates that were read or looked at.</summary>
    public int Steps { get; set; }
}
