using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>The first half of a login, which looks for the issuing CA, while logins come from all of 10, 300 and 3,000 CAs in turn. P-256: little beside which it could hide.</summary>
internal static class AuthorityGrowth
{
    public static IEnumerable<ValidationFigure> Measure()
    {
        var pki = new MeasuredPki(MeasuredKeys.Es256());
        var logins = Enumerable.Range(0, 3000).Select(number =>
        {
            var authority = pki.Authority(number);
            return pki.Login(number, authority, authority);
        }).ToArray();
        return Growth.Measure("ES256, first half", "issuing CAs", 20, 1.3, At(10), At(300), At(3000));

        (int Size, Action<int> Work) At(int size)
        {
            using var folder = new CertificateFiles([pki.Root.Encoded]);
            var verifier = new LoginVerifier(TrustAnchors.FromTestFolder(folder.Path), new IssuingCaStore());
            for (var i = 0; i < size; i++)
            {
                Verify(i);
            }

            return (size, i => Verify(i % size));

            void Verify(int i) => _ = (LoginVerdict.Pending)verifier.Verify(logins[i].Token, logins[i].Chain, logins[i].Message, MeasuredPki.Now);
        }
    }
}
