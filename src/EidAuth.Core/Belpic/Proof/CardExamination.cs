using System.Security.Cryptography;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>
/// One judgement of <see cref="CardProof"/> under way. Each check looks at its own matter alone, so that what was altered is what is named. A file of no bytes
/// counts as not read.
/// </summary>
internal sealed class CardExamination(CardContent content, TrustAnchors anchors, DateTimeOffset now)
{
    private const int Sha1Length = 20;

    private static readonly TimeOnly Noon = new(12, 0);

    private readonly SortedSet<CardProofFault> faults = [];
    private readonly SortedSet<CardProofRemark> remarks = [];
    private readonly Dictionary<CardFact, CardFactState> facts = Enum.GetValues<CardFact>().ToDictionary(fact => fact, _ => CardFactState.NotRead);
    private readonly Identity? identity = content.Identity;

    /// <summary>Makes all checks that what was read allows.</summary>
    public CardProof Judge(CardParts expected)
    {
        using (var register = FindRegister())
        {
            JudgeIdentity(register);
            JudgeAddress(register);
        }

        JudgePhoto();
        JudgeNationalNumber();
        JudgeChipNumber();
        JudgeBasicKey();

        // Last, because what is there may be proven all the same.
        if (Given == CardParts.None || (expected & CardParts.Holder & ~Given) != 0)
        {
            faults.Add(CardProofFault.ProofMissing);
        }

        return new CardProof { Faults = [.. faults], Remarks = [.. remarks], Facts = facts, IsTest = anchors.IsTest };
    }

    private CardParts Given =>
        (identity is null ? CardParts.None : CardParts.Identity)
        | (content.Address is null ? CardParts.None : CardParts.Address)
        | (content.Photo is { IsEmpty: false } ? CardParts.Photo : CardParts.None);

    private NationalRegisterPath? FindRegister()
    {
        if (content is { Identity: null, Address: null })
        {
            return null;
        }

        var isRootThere = content.RootCertificate is { IsEmpty: false } || anchors.Anchors.Any(anchor => anchor.Certificate is not null);
        if (content.NationalRegisterCertificate is not { IsEmpty: false } der || !isRootThere)
        {
            faults.Add(CardProofFault.ProofMissing);
            return null;
        }

        Certificate? root = null;
        _ = content.RootCertificate is { } bytes && Certificate.TryRead(bytes, out root);
        var register = Certificate.TryRead(der, out var signer) ? NationalRegisterPath.Find(signer!, root, anchors) : null;

        if (register is null || !IsInTime(register))
        {
            faults.Add(CardProofFault.NationalRegisterUntrusted);
            register?.Dispose();
            return null;
        }

        Remark(CardProofRemark.NationalRegisterExpired, !register.IsValidAt(now));
        Remark(CardProofRemark.WeakKey, register.Key.IsWeak);
        Remark(CardProofRemark.PolicyUnlisted, register.HasUnlistedPolicy);
        return register;
    }

    // What was signed while the certificate was valid stays signed. The day is in what is signed, so a false one ends as a false signature; but a key that may be
    // broken by now signs any day.
    private bool IsInTime(NationalRegisterPath register) =>
        register.IsValidAt(now)
        || (!register.Key.IsWeak && identity?.ValidFrom is { } day && register.IsValidAt(new DateTimeOffset(day, Noon, TimeSpan.Zero)));

    private void JudgeIdentity(NationalRegisterPath? register)
    {
        if (identity is null)
        {
            return;
        }

        if (content.IdentitySignature is not { IsEmpty: false } signature)
        {
            faults.Add(CardProofFault.ProofMissing);
        }
        else if (register is not null && !IsSigned(register, identity.Raw.Span, signature.Span))
        {
            faults.Add(CardProofFault.IdentitySignature);
        }

        Conclude(CardFact.Identity, CardProofFault.ProofMissing, CardProofFault.NationalRegisterUntrusted, CardProofFault.IdentitySignature);
    }

    private void JudgeAddress(NationalRegisterPath? register)
    {
        if (content.Address is not { } address)
        {
            return;
        }

        if (content.IdentitySignature is not { IsEmpty: false } identitySignature || content.AddressSignature is not { IsEmpty: false } signature)
        {
            faults.Add(CardProofFault.ProofMissing);
        }
        else if (register is not null && !IsSigned(register, [.. address.Raw.Span.TrimEnd((byte)0), .. identitySignature.Span], signature.Span))
        {
            faults.Add(CardProofFault.AddressSignature);
        }

        Remark(CardProofRemark.AddressWithoutIdentity, identity is null);
        Conclude(
            CardFact.Address,
            CardProofFault.ProofMissing, CardProofFault.NationalRegisterUntrusted, CardProofFault.IdentitySignature, CardProofFault.AddressSignature);
    }

    private void JudgePhoto()
    {
        if (content.Photo is not { IsEmpty: false } photo)
        {
            return;
        }

        if (identity is null)
        {
            faults.Add(CardProofFault.ProofMissing);
        }
        else if (!IsHash(identity.PhotoHash.Span, photo.Span))
        {
            faults.Add(CardProofFault.PhotoHash);
        }

        Remark(CardProofRemark.Sha1, identity?.PhotoHash.Length == Sha1Length);
        ConcludeFromIdentity(CardFact.Photo, CardProofFault.PhotoHash);
    }

    private void JudgeNationalNumber()
    {
        if (identity is null)
        {
            return;
        }

        if (content.AuthenticationCertificate is not { IsEmpty: false } der)
        {
            remarks.Add(CardProofRemark.NumberNotCompared);
            return;
        }

        var number = Certificate.TryRead(der, out var certificate) ? SubjectName.Single(certificate!.Subject, Pki.Oid.SerialNumber) : null;
        if (number is null || number != identity.NationalNumber)
        {
            faults.Add(CardProofFault.NationalNumber);
        }

        ConcludeFromIdentity(CardFact.NationalNumber, CardProofFault.NationalNumber);
    }

    private void JudgeChipNumber()
    {
        if (identity is null || content.ChipNumber.IsEmpty)
        {
            return;
        }

        if (!identity.ChipNumber.Span.SequenceEqual(content.ChipNumber.Span))
        {
            faults.Add(CardProofFault.ChipNumber);
        }

        ConcludeFromIdentity(CardFact.ChipNumber, CardProofFault.ChipNumber);
    }

    private void JudgeBasicKey()
    {
        if (content.BasicKey is not { IsEmpty: false } key)
        {
            return;
        }

        if (identity is null)
        {
            faults.Add(CardProofFault.ProofMissing);
        }
        else if (identity.BasicKeyHash is not { } hash || !hash.Span.SequenceEqual(SHA384.HashData(key.Span)))
        {
            faults.Add(CardProofFault.BasicKey);
        }

        ConcludeFromIdentity(CardFact.BasicKey, CardProofFault.BasicKey);
    }

    private bool IsSigned(NationalRegisterPath register, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> file)
    {
        var isSigned = RegisterSignature.Verify(register.Key, identity?.PhotoHash.Length, signed, file, out var isSha1);
        Remark(CardProofRemark.Sha1, isSha1);
        return isSigned;
    }

    // The hash algorithm is told by the length (card content 5.4 §6.1, tag 11).
    private static bool IsHash(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> file) => hash.Length switch
    {
#pragma warning disable CA5350, RS0030 // The first 1.7 cards carry it; the result says so.
        Sha1Length => hash.SequenceEqual(SHA1.HashData(file)),
#pragma warning restore CA5350, RS0030
        SHA256.HashSizeInBytes => hash.SequenceEqual(SHA256.HashData(file)),
        SHA384.HashSizeInBytes => hash.SequenceEqual(SHA384.HashData(file)),
        _ => false,
    };

    private void ConcludeFromIdentity(CardFact fact, CardProofFault fault) =>
        facts[fact] = facts[CardFact.Identity] == CardFactState.Proven && !faults.Contains(fault) ? CardFactState.Proven : CardFactState.Unproven;

    private void Conclude(CardFact fact, params ReadOnlySpan<CardProofFault> breaking)
    {
        facts[fact] = CardFactState.Proven;
        foreach (var fault in breaking)
        {
            if (faults.Contains(fault))
            {
                facts[fact] = CardFactState.Unproven;
            }
        }
    }

    private void Remark(CardProofRemark remark, bool applies)
    {
        if (applies)
        {
            remarks.Add(remark);
        }
    }
}
