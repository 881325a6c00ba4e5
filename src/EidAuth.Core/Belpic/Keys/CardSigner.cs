namespace EidAuth.Belpic;

/// <summary>Has the card sign with its non-repudiation key: MSE algorithm, what PSO is given, the digest for the person to see, bytes of the answer.</summary>
internal delegate byte[] CardSigner(byte algorithm, ReadOnlySpan<byte> input, ReadOnlySpan<byte> digest, int signatureLength);
