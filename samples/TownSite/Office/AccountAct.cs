namespace TownSite.Office;

/// <summary>What an officer did with an account.</summary>
internal enum AccountAct
{
    Looked,
    Closed,
    Opened,
    RelinkCode,
}
