using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAuth.UnitTests.Faults;

/// <summary>A document signed with key 83 through .NET's own key classes: the signature is right or there is none.</summary>
internal sealed class SignatureTask(FaultWorld world) : FaultTask(world), ISignaturePrompt
{
    private static readonly byte[] Document = "Ik ga akkoord."u8.ToArray();

    private byte[] publicKey = [];

    public override object Do(BelpicSession session)
    {
        using var key = session.OpenSignatureKey(this);
        return key.Key switch
        {
            RSA rsa => rsa.SignData(Document, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ECDsa ec => ec.SignData(Document, HashAlgorithmName.SHA384),
            _ => throw new InvalidOperationException("neither RSA nor ECDSA"),
        };
    }

    public override void Learn(object result)
    {
        using var session = BelpicSession.Open(World.Reader.Connect(World.Reader.Name), World.Clock);
        using var key = session.OpenSignatureKey(this);
        publicKey = key.Certificate.PublicKey.ExportSubjectPublicKeyInfo();
    }

    public override IEnumerable<string> Judge(object result)
    {
        switch (result)
        {
            case byte[] signature when !IsRight(signature):
                yield return "a signature that is not one";
                break;
            case byte[] or CardException or CardSigningException { Failure: CardSigningFailure.Card }:
                break;
            default:
                yield return "a right PIN was not taken";
                break;
        }
    }

    public int AskPin(SignatureRequest request, Span<byte> pin)
    {
        Entries++;
        return Encoding.ASCII.GetBytes(FaultWorld.Pin, pin);
    }

    public bool AskOnPinPad(SignatureRequest request) => throw new InvalidOperationException("This reader has no keypad.");

    private bool IsRight(byte[] signature)
    {
        if (World.Card.Id.EndsWith("17", StringComparison.Ordinal))
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            return rsa.VerifyData(Document, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ec = ECDsa.Create();
        ec.ImportSubjectPublicKeyInfo(publicKey, out _);
        return ec.VerifyData(Document, signature, HashAlgorithmName.SHA384);
    }
}
