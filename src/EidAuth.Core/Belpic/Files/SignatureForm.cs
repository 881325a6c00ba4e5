namespace EidAuth.Belpic;

/// <summary>
/// Files 4032 and 4034: 256 bytes where the National Register's key is RSA-2048 or P-384 (zeros behind its DER), so one READ BINARY is the whole; 128 with RSA-1024.
/// </summary>
internal sealed class SignatureForm : FileForm
{
    private const int Length = 256;

    public static readonly SignatureForm Instance = new();

    public override int MaximumLength => Length;

    public override FileEnd Judge(ReadOnlyMemory<byte> content) => content.Length == Length ? FileEnd.Reached : FileEnd.Possible;
}
