using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>The bytes of an authority's revocation list, made anew for each request: with the same statuses as OCSP gives.</summary>
internal sealed class CrlService(TestPki pki, TimeProvider clock)
{
    private const int KeyCompromise = 1;
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);

    public byte[] List(CertificationAuthority authority, ResponderBehaviour behaviour)
    {
        if (behaviour == ResponderBehaviour.OtherAuthority)
        {
            return List(pki.OtherThan(authority), ResponderBehaviour.Good);
        }

        var variant = AnswerVariant.Of(behaviour);
        var now = clock.GetUtcNow();
        var made = now + variant.Shift;

        // Like the real ones: issuing CAs for a week, roots for seven months.
        var next = pki.IsRoot(authority) ? made.AddMonths(7) : made.AddDays(7);
        var age = variant.IsStale ? next - made : TimeSpan.Zero;
        var entries = Entries(authority, variant, now).ToList();
        if (behaviour != ResponderBehaviour.OtherKey)
        {
            return authority.Sign(Encode);
        }

        using var other = OtherKey(authority);
        return Encode(CertificationAuthority.GeneratorOf(other));

        byte[] Encode(X509SignatureGenerator key) => new RevocationList(authority.Certificate, key, variant)
            .Encode(entries, made - age, next - age, NextNumber(authority.Name, made, keep: variant.Shift == TimeSpan.Zero));
    }

    private static AsymmetricAlgorithm OtherKey(CertificationAuthority authority) =>
        authority.Hash == HashAlgorithmName.SHA384 ? ECDsa.Create(ECCurve.NamedCurves.nistP384) : RSA.Create(2048);

    private static byte[] Invented(int number)
    {
        // Not 10 00 00 00, with which every issued one begins.
        byte[] serial = [0x20, .. new byte[15]];
        BinaryPrimitives.WriteInt32BigEndian(serial.AsSpan(12), number);
        return serial;
    }

    private IEnumerable<(byte[] SerialNumber, CertificateStatus.Revoked Status)> Entries(
        CertificationAuthority authority, AnswerVariant variant, DateTimeOffset now)
    {
        for (var i = 0; i < variant.MoreEntries; i++)
        {
            yield return (Invented(i), new CertificateStatus.Revoked(now.AddDays(-1), KeyCompromise));
        }

        foreach (var (serialNumber, status) in pki.IssuedBy(authority))
        {
            if ((variant.Status?.Invoke(now) ?? status) is CertificateStatus.Revoked revoked)
            {
                yield return (serialNumber, revoked);
            }
        }
    }

    // Grows with each list, and over restarts too: milliseconds since 1970, or one more than the last.
    private BigInteger NextNumber(string authority, DateTimeOffset made, bool keep)
    {
        var number = made.ToUnixTimeMilliseconds();
        if (!keep)
        {
            return number;
        }

        lock (gate)
        {
            return numbers[authority] = Math.Max(number, numbers.GetValueOrDefault(authority) + 1);
        }
    }
}
