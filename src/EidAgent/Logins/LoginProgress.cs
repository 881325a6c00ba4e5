namespace EidAgent.Logins;

/// <summary>What a page shows of a login at one moment.</summary>
/// <param name="Version">Counts changes; a page that knows an older one is told.</param>
/// <param name="Phase">Consent, running or ended.</param>
/// <param name="Step">Where it stands while it runs.</param>
/// <param name="TriesLeft">PIN tries left, or null when unknown.</param>
/// <param name="Remark">What is said about the PIN before.</param>
/// <param name="Ending">How it ended; null before, and of a PIN check that ended with a right PIN.</param>
internal sealed record LoginProgress(
    int Version, LoginPhase Phase, LoginStep Step = LoginStep.InsertReader, int? TriesLeft = null, PinRemark Remark = PinRemark.None, LoginEnding? Ending = null);
