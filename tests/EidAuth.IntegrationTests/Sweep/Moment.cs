namespace EidAuth.IntegrationTests.Sweep;

/// <summary>When it goes wrong. Each is a column of docs/faults.md, by its name.</summary>
public enum Moment
{
    Idle,
    Consent,
    WaitingForCard,
    Reading,
    PinWindow,
    HalfTyped,
    Verify,
    Sign,
    NotFetched,
    Kept,
}
