using EidAgent.Guard;
using EidAuth.Login;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Lets every site have a PIN asked, the last one too.</summary>
internal sealed class GuardOfNothing : IPinGuard
{
    public PinVerdict Judge(Origin site, ReadOnlySpan<byte> chipNumber, int? triesLeft) => PinVerdict.Allowed;

    public void Wrong(Origin? site, ReadOnlySpan<byte> chipNumber, int triesLeft)
    {
    }

    public void Right(ReadOnlySpan<byte> chipNumber)
    {
    }

    public void Lift(ReadOnlySpan<byte> chipNumber)
    {
    }

    public void Unanswered(ReadOnlySpan<byte> chipNumber)
    {
    }
}
