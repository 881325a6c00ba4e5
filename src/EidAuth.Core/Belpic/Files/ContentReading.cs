using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>
/// Identity, address, photo and their signatures from DF01, each file selected beside the one before. READ RECORD of 1.8 has no part in it: it answers fields, not
/// the file, and the signature is over the file as stored. That no byte stands behind the fields could only be shown by a READ BINARY at their end, which costs
/// the one command that READ RECORD saves; <see cref="BelpicSession.ReadField"/> is for those who want a field and no proof.
/// </summary>
internal sealed class ContentReading(BelpicCard card, CardData data, CardParts parts)
{
    private bool isBeside;

    /// <summary>What was read so far.</summary>
    public CardContent Content { get; private set; } = new() { Applet = data.Applet, ChipNumber = data.ChipNumber };

    private bool WithProof => parts.HasFlag(CardParts.Proof);

    // A photo is proven by its hash in the identity file.
    private bool WithIdentity => parts.HasFlag(CardParts.Identity) || (WithProof && parts.HasFlag(CardParts.Photo));

    private bool WithAddress => parts.HasFlag(CardParts.Address);

    /// <summary>Identity, address, their signatures and the card's own key; inside one transaction.</summary>
    public void ReadTexts()
    {
        isBeside = false;
        if (WithIdentity)
        {
            Content = Content with { Identity = Identity.TryParse(Read(ElementaryFile.Identity, IdentityForm.Instance) ?? default, out var identity) ? identity : null };
        }

        // The address signature covers the identity signature too.
        if (WithProof && (WithIdentity || WithAddress))
        {
            Content = Content with { IdentitySignature = Read(ElementaryFile.IdentitySignature, SignatureForm.Instance) };
        }

        if (WithAddress)
        {
            Content = Content with { Address = Address.TryParse(Read(ElementaryFile.Address, AddressForm.Instance) ?? default, out var address) ? address : null };
        }

        if (WithProof && WithAddress)
        {
            Content = Content with { AddressSignature = Read(ElementaryFile.AddressSignature, SignatureForm.Instance) };
        }

        if (WithProof && WithIdentity && data.Applet == AppletVersion.V18)
        {
            Content = Content with { BasicKey = Read(ElementaryFile.BasicKey, BasicKeyForm.Instance) };
        }
    }

    /// <summary>The photo; inside one transaction.</summary>
    public void ReadPhoto()
    {
        isBeside = false;
        Content = Content with { Photo = Read(ElementaryFile.Photo, PhotoForm.Instance) is { IsEmpty: false } photo && photo.Span[0] != 0 ? photo : default(ReadOnlyMemory<byte>?) };
    }

    // Between two transactions another program may have selected something else.
    private ReadOnlyMemory<byte>? Read(ElementaryFile file, FileForm form)
    {
        var isThere = isBeside ? card.TrySelectBeside(file) : card.TrySelect(file);
        isBeside |= isThere;
        return isThere ? WholeFile.Read(card, form) : default(ReadOnlyMemory<byte>?);
    }
}
