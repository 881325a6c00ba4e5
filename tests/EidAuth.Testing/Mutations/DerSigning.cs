namespace EidAuth.Testing.Mutations;

/// <summary>Signs a damaged tree again, from the inside out, so that its damage gets past the signatures.</summary>
public static class DerSigning
{
    /// <summary>Replaces the signature of each certificate, answer and list in the tree: SEQUENCE { signed SEQUENCE, algorithm SEQUENCE, signature BIT STRING, … }.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="sign">From the signed bytes and the AlgorithmIdentifier to the signature; null leaves the old one.</param>
    public static void SignAgain(DerNode root, Func<byte[], byte[], byte[]?> sign)
    {
        foreach (var part in root.Parts ?? [])
        {
            SignAgain(part, sign);
        }

        if (root is { Tag: 0x30, Parts: [{ Tag: 0x30, Parts.Count: >= 3 } signed, { Tag: 0x30 } algorithm, { Tag: 0x03 } signature, ..] }
            && sign(signed.Encode(), algorithm.Encode()) is { } bytes)
        {
            (signature.Parts, signature.Contents) = (null, [0, .. bytes]);
        }
    }
}
