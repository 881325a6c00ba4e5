using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Pki;
using Xunit;

namespace EidAuth.UnitTests.Faults;

/// <summary>A login whose token the site's verifier judges.</summary>
internal class LoginTask(FaultWorld world) : FaultTask(world)
{
    private static readonly LoginMessage Message = MakeMessage();

    private readonly LoginVerifier verifier = new(FaultWorld.Anchors, new IssuingCaStore());
    private IReadOnlyList<byte[]> chain = [];

    protected virtual string Typed => FaultWorld.Pin;

    public override object Do(BelpicSession session)
    {
        session.PrepareLogin();
        session.ReadIssuers(new IssuerCache());
        var left = session.TriesLeftAtOpening ?? session.ReadTriesLeft();
        Entries++;
        WrongEntries += Typed == FaultWorld.Pin ? 0 : 1;
        return session.SignLogin(Message, Encoding.ASCII.GetBytes(Typed), left);
    }

    public override void Learn(object result)
    {
        using var session = BelpicSession.Open(World.Reader.Connect(World.Reader.Name), World.Clock);
        chain = [session.ReadCertificate(CertificateFile.IssuingCa)!, session.ReadCertificate(CertificateFile.Root)!];
    }

    public override IEnumerable<string> Judge(object result)
    {
        switch (result)
        {
            case LoginSignature.Completed(var token):
                var verdict = verifier.Verify(token, chain, Message, TimeProvider.System.GetUtcNow());
                if (verdict is not LoginVerdict.Pending)
                {
                    yield return "a token that the site refuses: " + verdict;
                }

                break;
            case CardException:
                break;
            default:
                yield return "a right PIN was not taken";
                break;
        }
    }

    private static LoginMessage MakeMessage()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }
}
