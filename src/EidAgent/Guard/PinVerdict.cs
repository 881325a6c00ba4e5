namespace EidAgent.Guard;

/// <summary>Whether a site's login may ask for a PIN now.</summary>
internal enum PinVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>Two wrong PINs were typed for this card or at this site: no site gets another with that card, and that site with none, for a while.</summary>
    SitesPaused,

    /// <summary>One try is left, or nobody can tell that there are more: it is the person's own, and no site's.</summary>
    LastTryKept,
}
