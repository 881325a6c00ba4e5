namespace EidAuth.ConformanceTests.Revocation;

/// <summary>What comes of asking the responder: the rows of docs/revocation.md.</summary>
internal enum ResponderWord
{
    Good,
    Revoked,
    OnHold,
    Unknown,
    Broken,
    NoAnswer,
    NoResponder,
}
