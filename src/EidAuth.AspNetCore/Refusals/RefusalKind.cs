namespace EidAuth.AspNetCore.Refusals;

/// <summary>What a person is told: fewer sentences than codes, since many codes leave a citizen with the same thing to do.</summary>
internal enum RefusalKind
{
    Cancelled,
    TooLate,
    PinBlocked,
    NoCertificate,
    CardRemoved,
    CardError,
    StartAgain,
    Revoked,
    OnHold,
    Expired,
    NotYetValid,
    CannotBeChecked,
    RefusedBySite,
    AnotherPerson,
    FieldsNotGiven,
    NotAccepted,
    NotForBrowsing,
    SiteSetup,
}
