namespace EidAuth.Testing.Mutations;

/// <summary>A damaged input.</summary>
/// <param name="Bytes">It.</param>
/// <param name="IsSignedAgain">What was damaged was signed again by the keys of the good inputs: then even a signature that holds proves nothing.</param>
public readonly record struct MutatedInput(byte[] Bytes, bool IsSignedAgain);
