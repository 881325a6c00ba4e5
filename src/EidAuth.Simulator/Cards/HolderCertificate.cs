namespace EidAuth.Simulator.Cards;

/// <summary>The two certificates that a card may have of its holder.</summary>
public enum HolderCertificate
{
    /// <summary>File 5038.</summary>
    Authentication,

    /// <summary>File 5039.</summary>
    Signature,
}
