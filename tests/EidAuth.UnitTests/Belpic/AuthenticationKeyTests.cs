using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
public class AuthenticationKeyTests
{
    private static readonly byte[] Ec = IssuedCertificate.Of(IssuedCertificate.P384, 900);
    private static readonly byte[] Rsa = IssuedCertificate.Of(IssuedCertificate.Rsa2048, 1100);

    [Fact]
    public void Any_byte_of_a_certificate_may_be_wrong_and_only_a_card_fault_comes_of_it()
    {
        foreach (var certificate in new[] { Ec, Rsa })
        {
            for (var offset = 0; offset < certificate.Length; offset++)
            {
                foreach (var value in new byte[] { 0x00, 0x30, 0x7F, 0x80, 0xFF, (byte)(certificate[offset] ^ 1) })
                {
                    var damaged = certificate.ToArray();
                    damaged[offset] = value;
                    Read(damaged);
                }
            }
        }
    }

    [Fact]
    public void A_certificate_may_be_cut_anywhere_and_only_a_card_fault_comes_of_it()
    {
        foreach (var certificate in new[] { Ec, Rsa })
        {
            for (var length = 0; length < certificate.Length; length++)
            {
                Assert.False(Read(certificate[..length]), $"{length} bytes were a certificate");
            }
        }
    }

    private static bool Read(byte[] der)
    {
        try
        {
            using var key = AuthenticationKey.FromCertificate(der);
            Assert.NotEqual(true, key?.Verify(new byte[key.SignatureLength == 96 ? 48 : 32], new byte[key.SignatureLength]));
            return true;
        }
        catch (CardException e)
        {
            Assert.Equal(CardFault.Protocol, e.Fault);
            Assert.Null(e.InnerException);
            return false;
        }
    }
}
