namespace EidAgent.Logins;

/// <summary>Where a running login stands: one picture and one sentence of the steps page each.</summary>
internal enum LoginStep
{
    /// <summary>No PC/SC service answers; tried again every second.</summary>
    ServiceMissing,

    /// <summary>There is no reader.</summary>
    InsertReader,

    /// <summary>There is a reader and no card.</summary>
    InsertCard,

    /// <summary>A card is in that is no Belgian eID card.</summary>
    NotBelgian,

    /// <summary>A card is in that does not answer, most often upside down.</summary>
    CardMute,

    /// <summary>Another program holds the card; tried again.</summary>
    CardBusy,

    /// <summary>Certificates and tries left are read.</summary>
    Reading,

    /// <summary>One try is left, perhaps: nothing is asked before an explicit click (security rule 4). Never for a site: on the agent's own page only.</summary>
    LastTry,

    /// <summary>The reader's keypad waits for the PIN.</summary>
    PinOnKeypad,

    /// <summary>The agent's own window waits for the PIN.</summary>
    PinInWindow,

    /// <summary>The card signs.</summary>
    Signing,
}
