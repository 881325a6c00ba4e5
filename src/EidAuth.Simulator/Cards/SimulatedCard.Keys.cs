using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <content>The keys: which one, and signatures by it.</content>
public sealed partial class SimulatedCard
{
    private const byte BasicKeyReference = 0x81;
    private const byte AuthenticationKeyReference = 0x82;
    private const byte SignatureKeyReference = 0x83;
    private const int InternalAuthenticationsWithoutPin = 5000;

    private (byte Algorithm, byte Key)? environment;

    /// <summary>How often the basic key still signs before a VERIFY is needed.</summary>
    internal int InternalAuthenticationsLeft { get; set; } = InternalAuthenticationsWithoutPin;

    /// <summary>MANAGE SECURITY ENVIRONMENT SET 00 22 41 B6: 04, then 80 algorithm, 84 key.</summary>
    private byte[] SetSecurityEnvironment(IncomingCommand command)
    {
        if (command.P1P2 != 0x41B6)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        if (!command.TryGetData(out var data) || data.Length != 5)
        {
            return Answer.Of(Answer.WrongLength);
        }

        if (data is not [0x04, 0x80, var algorithm, 0x84, var reference])
        {
            return Answer.Of(Answer.WrongData);
        }

        var isOutOfReach = (habits.RefusesBasicKey && reference == BasicKeyReference)
            || (habits.WantsKeyDirectory && !profile.IsEc && selection.Directory != CardFiles.CertificateDirectory);
        if (isOutOfReach || KeyOf(reference) is not { } key)
        {
            return Answer.Of(Answer.ReferenceNotFound);
        }

        if (!key.Knows(algorithm))
        {
            return Answer.Of(Answer.WrongData);
        }

        environment = (algorithm, reference);
        return Answer.Of(Answer.Success);
    }

    /// <summary>PERFORM SECURITY OPERATION 00 2A 9E 9A, compute digital signature: 61xx, then GET RESPONSE.</summary>
    private byte[] ComputeSignature(IncomingCommand command)
    {
        if (command.P1P2 != 0x9E9A)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        // The basic key may stand in an environment but signs by INTERNAL AUTHENTICATE alone.
        if (environment is not var (algorithm, reference) || reference == BasicKeyReference || KeyOf(reference) is not { } key)
        {
            return Answer.Of(Answer.ConditionsNotSatisfied);
        }

        var isOpen = reference == SignatureKeyReference ? access.IsFresh(profile.CommandsBetweenVerifyAndSignature.Value) : access.Open;
        if (!isOpen)
        {
            return Answer.Of(Answer.PinNotVerified);
        }

        if (!command.TryGetData(out var input) || !key.Takes(algorithm, input.Length))
        {
            return Answer.Of(Answer.WrongLength);
        }

        waiting = key.Sign(algorithm, input);
        if (reference == SignatureKeyReference)
        {
            access.UseUp();
        }

        return Answer.Of(Answer.Waiting(waiting.Length));
    }

    /// <summary>INTERNAL AUTHENTICATE 00 88, 1.8 only: the basic key signs a challenge's SHA-384 without PIN, 5000 times between two VERIFYs.</summary>
    private byte[] InternalAuthenticate(IncomingCommand command)
    {
        const byte sha384 = 0x02;
        if (command.P2 != BasicKeyReference || basicKey is null)
        {
            return Answer.Of(Answer.ReferenceNotFound);
        }

        if (command.P1 != sha384)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        if (!command.TryGetData(out var data) || data is not [0x94, SHA384.HashSizeInBytes, .. var hash] || hash.Length != SHA384.HashSizeInBytes)
        {
            return Answer.Of(Answer.WrongData);
        }

        if (InternalAuthenticationsLeft == 0)
        {
            return Answer.Of(Answer.ConditionsNotSatisfied);
        }

        InternalAuthenticationsLeft--;
        environment = null;
        waiting = basicKey.Sign(sha384, hash);
        return Answer.Of(Answer.Waiting(waiting.Length));
    }

    private CardKey? KeyOf(byte reference) => reference switch
    {
        AuthenticationKeyReference => authenticationKey,
        SignatureKeyReference => signatureKey,
        BasicKeyReference => basicKey,
        _ => null,
    };
}
