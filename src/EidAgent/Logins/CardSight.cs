namespace EidAgent.Logins;

/// <summary>What the readers tell of a card that was seen in one of them.</summary>
internal enum CardSight
{
    /// <summary>It has not left its reader since.</summary>
    StillIn,

    /// <summary>It was taken out, or swapped.</summary>
    Left,

    /// <summary>The reader is not there, or the service was restarted: only the card's own number can tell.</summary>
    Lost,
}
