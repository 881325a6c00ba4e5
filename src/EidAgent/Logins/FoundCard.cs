using EidAuth.Belpic;
using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>An open Belgian card.</summary>
/// <param name="Session">Over the one handle that lives until LOG OFF.</param>
/// <param name="Reader">Its reader as seen before the handle was opened: any later difference means that the card was out. Where it was called mute then, as seen after, with the same counter of events.</param>
/// <param name="Readers">All readers at that moment.</param>
internal sealed record FoundCard(BelpicSession Session, ReaderState Reader, IReadOnlyList<ReaderState> Readers);
