namespace TownSite.Counter.Requests;

/// <summary>What a certificate that was ready at once states, as it was proven then.</summary>
internal sealed record Statement(IReadOnlyList<StatedDatum> Data);
