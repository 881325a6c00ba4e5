namespace EidAuth.ConformanceTests.Revocation;

/// <summary>What the list says: the columns of docs/revocation.md.</summary>
internal enum ListWord
{
    Clean,
    Revoked,
    OnHold,
    EndedWithinGrace,
    EndedBefore,
    NoList,
}
