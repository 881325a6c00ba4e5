namespace EidAuth.Simulator.Cards;

/// <summary>A fact of a card, and who says so.</summary>
internal sealed record Sourced<T>(T Value, string Source);
