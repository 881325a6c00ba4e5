using EidAuth.Belpic;
using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>One judgement of <see cref="PostedFields"/> under way: what a card's proof says, and then whose card it is.</summary>
internal sealed class FieldsExamination(
    CardParts given, Func<FieldFile, ReadOnlyMemory<byte>?> file, VerifiedLogin login, TrustAnchors anchors, DateTimeOffset now)
{
    public FieldsVerdict Judge()
    {
        if (given == CardParts.None)
        {
            return new FieldsVerdict.Proven(new ProvenFields(null, null, null, now, [], anchors.IsTest));
        }

        if (FieldFile.All.Any(needed => needed.IsNeededFor(given) && file(needed) is null))
        {
            return Refuse(FieldsRejection.FieldsIncomplete);
        }

        Address? address = null;
        if (!Identity.TryParse(file(FieldFile.Identity)!.Value, out var identity)
            || (given.HasFlag(CardParts.Address) && !Address.TryParse(file(FieldFile.Address)!.Value, out address)))
        {
            return Refuse(FieldsRejection.FieldsUnreadable);
        }

        var proof = CardProof.Judge(Content(identity!, address), anchors, now, given | CardParts.Identity);
        return (Refusal(proof) ?? Refusal(identity!)) is { } reason
            ? Refuse(reason)
            : new FieldsVerdict.Proven(new ProvenFields(
                given.HasFlag(CardParts.Identity) ? identity : null,
                address,
                given.HasFlag(CardParts.Photo) ? file(FieldFile.Photo) : null,
                now,
                [.. proof.Remarks.Where(remark => remark != CardProofRemark.NumberNotCompared)],
                proof.IsTest));
    }

    // No chip was heard, so its number is compared with nothing; the national number is compared with the login's, here.
    private CardContent Content(Identity identity, Address? address) => new()
    {
        Applet = identity.BasicKeyHash is null ? AppletVersion.V17 : AppletVersion.V18,
        ChipNumber = default,
        Identity = identity,
        IdentitySignature = file(FieldFile.IdentitySignature),
        Address = address,
        AddressSignature = file(FieldFile.AddressSignature),
        Photo = given.HasFlag(CardParts.Photo) ? file(FieldFile.Photo) : null,
        NationalRegisterCertificate = file(FieldFile.Register),
        RootCertificate = file(FieldFile.Root),
    };

    // In the order in which one rests on the other.
    private FieldsRejection? Refusal(CardProof proof) =>
        proof.Faults.Contains(CardProofFault.NationalRegisterUntrusted) ? FieldsRejection.FieldsRegisterUntrusted
        : proof.Remarks.Contains(CardProofRemark.WeakKey) ? FieldsRejection.FieldsRegisterKeyWeak
        : proof.Faults.Contains(CardProofFault.IdentitySignature) ? FieldsRejection.FieldsIdentitySignature
        : proof.Faults.Contains(CardProofFault.AddressSignature) ? FieldsRejection.FieldsAddressSignature
        : proof.Faults.Contains(CardProofFault.PhotoHash) ? FieldsRejection.FieldsPhotoHash
        : IsProven(proof) ? null
        : FieldsRejection.FieldsIncomplete;

    // Nothing but proof proves: no fault alone is not enough.
    private bool IsProven(CardProof proof) =>
        proof.IsGenuine
        && proof.IsProven(CardFact.Identity)
        && (!given.HasFlag(CardParts.Address) || proof.IsProven(CardFact.Address))
        && (!given.HasFlag(CardParts.Photo) || proof.IsProven(CardFact.Photo));

    // The last day is a whole day in Belgium, where it ends one or two hours before UTC's: that much late it still counts.
    private FieldsRejection? Refusal(Identity identity) =>
        identity.NationalNumber != login.NationalNumber ? FieldsRejection.FieldsOfAnotherPerson
        : identity.ValidUntil < DateOnly.FromDateTime(now.UtcDateTime) ? FieldsRejection.FieldsCardExpired
        : null;

    private static FieldsVerdict.Rejected Refuse(FieldsRejection reason) => new(reason);
}
