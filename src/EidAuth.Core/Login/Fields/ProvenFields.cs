using EidAuth.Belpic;

namespace EidAuth.Login;

/// <summary>
/// Identity fields that the National Register signed, about the person who logged in: what was asked for and agreed to, nothing more. Only
/// <see cref="PostedFields.Judge"/> makes one.
/// </summary>
/// <remarks>
/// The signature says who wrote it, not that it is the latest: an older address file of the same card has a good signature too, and so has the identity of an
/// earlier card of the same person within its dates. Nothing on the card tells them apart.
/// </remarks>
public sealed class ProvenFields
{
    /// <summary>What proves it, as a claim says it.</summary>
    public const string Proof = "national-register-signature";

    internal ProvenFields(
        Identity? identity, Address? address, ReadOnlyMemory<byte>? photo, DateTimeOffset readAt, IReadOnlyList<CardProofRemark> remarks, bool testTrust) =>
        (Identity, Address, Photo, ReadAt, Remarks, TestTrust) = (identity, address, photo, readAt, remarks, testTrust);

    /// <summary>File 4031, or null: not asked for, or not agreed to.</summary>
    public Identity? Identity { get; }

    /// <summary>File 4033, or null.</summary>
    public Address? Address { get; }

    /// <summary>File 4035, JPEG, or null.</summary>
    public ReadOnlyMemory<byte>? Photo { get; }

    /// <summary>Which of identity, address and photo are there.</summary>
    public CardParts Given =>
        (Identity is null ? CardParts.None : CardParts.Identity) | (Address is null ? CardParts.None : CardParts.Address) | (Photo is null ? CardParts.None : CardParts.Photo);

    /// <summary>When it came, by the site's clock.</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>What holds less than it seems: <see cref="CardProofRemark.Sha1"/>, <see cref="CardProofRemark.NationalRegisterExpired"/> and their like.</summary>
    public IReadOnlyList<CardProofRemark> Remarks { get; }

    /// <summary>Proven under test anchors: says nothing about a person.</summary>
    public bool TestTrust { get; }

    /// <summary>The same without the files that identity and address were read from: the words are proven, and nothing is left to hand on. A photo is a file itself and stays.</summary>
    public ProvenFields WithoutFiles() => new(
        Identity is null ? null : Identity with { Raw = default, Fields = [] }, Address is null ? null : Address with { Raw = default, Fields = [] }, Photo, ReadAt, Remarks, TestTrust);

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(ProvenFields);
}
