namespace EidAuth.Belpic;

/// <summary>Files 4032 and 4034: 256 bytes on every card with a National Register key of RSA-2048 or P-384 (zeros behind its DER), 128 with RSA-1024.</summary>
internal sealed class SignatureForm : FileForm
{
    private const int Length = 256;
    private const int OldLength = 128;

    public static readonly SignatureForm Instance = new();

    public override int MaximumLength => Length;

    public override FileEnd Judge(ReadOnlyMemory<byte> content) => content.Length switch
    {
        Length => FileEnd.Reached,
        OldLength => FileEnd.Possible,
        _ => FileEnd.Open,
    };
}
