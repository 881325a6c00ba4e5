namespace EidAuth.Simulator.Cards;

/// <summary>What can be wrong with a citizen's card.</summary>
public enum CitizenFault
{
    /// <summary>Both certificates are revoked, since the day before the card is made.</summary>
    Revoked,
}
