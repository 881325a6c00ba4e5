namespace EidAuth.Testing.Mutations;

/// <summary>An input that failed.</summary>
/// <param name="Index">Its number in the run.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Kept">Where it is kept from now on.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record MutationFailure(long Index, int Length, string Kept, Exception Exception);
