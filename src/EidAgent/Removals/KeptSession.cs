using EidAgent.Logins;

namespace EidAgent.Removals;

/// <summary>A session that its site wants ended when the card leaves. Only <see cref="RemovalWatch"/> changes it, on one thread at a time.</summary>
/// <param name="end">The site's secret for this session.</param>
/// <param name="address">Where it is posted.</param>
/// <param name="card">The card that signed.</param>
/// <param name="until">When it is forgotten, by the watch's own time.</param>
internal sealed class KeptSession(string end, Uri address, SeenCard card, TimeSpan until)
{
    public string End => end;

    public Uri Address => address;

    public TimeSpan Until => until;

    public SeenCard Card { get; private set; } = card;

    /// <summary>Since when readers tell nothing of the card; null while they do.</summary>
    public TimeSpan? LostSince { get; private set; }

    public void Lose(TimeSpan now) => LostSince ??= now;

    public void Find(SeenCard again) => (Card, LostSince) = (again, null);

    /// <summary>Says nothing of site, session or card.</summary>
    public override string ToString() => nameof(KeptSession);
}
