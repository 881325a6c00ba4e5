namespace EidAuth.AspNetCore;

/// <summary>Another remote scheme whose login counts like one with the card.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Acr">The values of its <c>acr</c> claim that are enough.</param>
public sealed record EidAlternative(string Scheme, IReadOnlyList<string> Acr);
