namespace TownSite.Counter.Requests;

/// <summary>Who did it.</summary>
internal enum ActorKind
{
    Citizen,
    Officer,

    /// <summary>The site itself, by the form's rule.</summary>
    Town,
}
