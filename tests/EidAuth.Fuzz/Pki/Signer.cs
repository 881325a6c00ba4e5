using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz.Pki;

/// <summary>Signs what was damaged by the key of whoever it still names first: its issuer or responder.</summary>
internal sealed class Signer
{
    private readonly (byte[] Name, ForgeKey Key)[] known;

    public Signer(params ForgedCertificate[] signers) =>
        known = [.. signers.SelectMany(signer => new[] { (signer.Subject, signer.Key), (Der.OctetString(signer.Key.Sha1), signer.Key) })];

    /// <summary>Damage by tree; signed again one time in <paramref name="times"/>.</summary>
    public Func<Dice, MutatedInput> Over(DerDamage damage, int times) => dice =>
    {
        var root = damage.Make(dice);
        var isSigned = dice.OneIn(times);
        if (isSigned)
        {
            DerSigning.SignAgain(root, Sign);
        }

        var bytes = root.Encode();
        return new MutatedInput(bytes.Length <= Mutator.MaximumLength ? bytes : bytes[..Mutator.MaximumLength], isSigned);
    };

    private byte[]? Sign(byte[] signed, byte[] algorithm)
    {
        var (first, key) = (int.MaxValue, (ForgeKey?)null);
        foreach (var (name, its) in known)
        {
            var place = signed.AsSpan().IndexOf(name);
            if (place >= 0 && place < first)
            {
                (first, key) = (place, its);
            }
        }

        if (key is null)
        {
            return null;
        }

        // Key objects of the platform are for one thread at a time.
        lock (key)
        {
            return key.Sign(signed, algorithm);
        }
    }
}
