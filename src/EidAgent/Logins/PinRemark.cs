namespace EidAgent.Logins;

/// <summary>What is said about the PIN before this one.</summary>
internal enum PinRemark
{
    /// <summary>There was none.</summary>
    None,

    /// <summary>It was wrong.</summary>
    Wrong,

    /// <summary>It had not 4 to 12 digits; no try was used.</summary>
    Length,
}
