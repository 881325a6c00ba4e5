namespace EidAuth.Belpic;

/// <summary>One signature that is about to be made with the non-repudiation key.</summary>
/// <param name="Digest">The digest that is signed. A program that has the document can compare.</param>
/// <param name="TriesLeft">PIN tries left, where asking costs none; null on cards older than 1.7.</param>
public sealed record SignatureRequest(ReadOnlyMemory<byte> Digest, int? TriesLeft);
