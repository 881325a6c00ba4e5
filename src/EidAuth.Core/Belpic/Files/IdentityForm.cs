namespace EidAuth.Belpic;

/// <summary>File 4031. Its mandatory fields must be there; where optional ones may follow, the fields alone do not show that none is missing.</summary>
internal sealed class IdentityForm : FileForm
{
    private const byte BasicKeyHash = 0x1A;

    public static readonly IdentityForm Instance = new();

    public override int MaximumLength => TlvFile.MaximumLength;

    public override FileEnd Judge(ReadOnlyMemory<byte> content) =>
        !Identity.TryParse(content, out var identity) ? FileEnd.Open
        : identity!.Fields[^1].Tag == BasicKeyHash && identity.DocumentType is DocumentType.Citizen or DocumentType.KidsId && !identity.IsPadded
            ? FileEnd.Complete : FileEnd.Possible;
}
