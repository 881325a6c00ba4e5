using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <content>The non-repudiation key, which signs what its holder wants signed. The authentication key is not here: it signs logins and nothing else.</content>
public sealed partial class BelpicSession
{
    /// <summary>The card's signature key as a .NET key. Opening it asks for no PIN; each signature does.</summary>
    /// <param name="prompt">Asks the person, once for each signature.</param>
    /// <param name="language">nl, fr, de or en, for the display of a reader with a keypad.</param>
    /// <exception cref="CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    /// <exception cref="InvalidOperationException">The card has no signature certificate: its holder is under age, or did not want one.</exception>
    /// <exception cref="NotSupportedException">The key is neither RSA-2048 nor P-384: a card of applet 1.1 or older, all expired.</exception>
    public SignatureKey OpenSignatureKey(ISignaturePrompt prompt, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var der = ReadCertificate(CertificateFile.NonRepudiation)
            ?? throw new InvalidOperationException("The card has no signature certificate; ReadCertificate says so.");
        byte[] Sign(byte algorithm, ReadOnlySpan<byte> input, ReadOnlySpan<byte> digest, int length) =>
            SignDocument(algorithm, input, digest, length, prompt, LanguageOf(language));

        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(der);
            AsymmetricAlgorithm? key = certificate.GetRSAPublicKey() is { } rsa ? new CardRsa(rsa, Sign)
                : certificate.GetECDsaPublicKey() is { } ec ? new CardEcdsa(ec, Sign)
                : null;
            if (key is CardRsa { KeySize: 2048 } || (key is CardEcdsa { KeySize: 384 } curve && AuthenticationKey.IsP384(curve)))
            {
                return new SignatureKey(certificate, key);
            }

            key?.Dispose();
            certificate.Dispose();
            throw new NotSupportedException("The card's signature key is neither RSA-2048 nor P-384.");
        }
        catch (CryptographicException)
        {
            // The cause may quote the certificate: it is left behind.
            throw new CardException(CardFault.Protocol, "The signature certificate on the card cannot be read.");
        }
    }

    private byte[] SignDocument(
        byte algorithm, ReadOnlySpan<byte> input, ReadOnlySpan<byte> digest, int length, ISignaturePrompt prompt, PinPadLanguage language)
    {
        Span<byte> digits = stackalloc byte[PinBlock.MostDigits];
        Span<byte> block = stackalloc byte[PinBlock.Length];
        try
        {
            var request = new SignatureRequest(digest.ToArray(), ReadTriesLeft());
            if (request.TriesLeft == 0)
            {
                throw new CardSigningException(CardSigningFailure.PinBlocked);
            }

            if (HasPinPad)
            {
                return prompt.AskOnPinPad(request)
                    ? SignDocument(algorithm, input, length, [], language, request.TriesLeft)
                    : throw new CardSigningException(CardSigningFailure.Cancelled);
            }

            var typed = prompt.AskPin(request, digits);
            if (typed == 0)
            {
                throw new CardSigningException(CardSigningFailure.Cancelled);
            }

            return typed <= digits.Length && PinBlock.TryWrite(digits[..typed], block)
                ? SignDocument(algorithm, input, length, block, null, request.TriesLeft)
                : throw new CardSigningException(CardSigningFailure.PinLength);
        }
        catch (CardException cause)
        {
            throw new CardSigningException(cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
            CryptographicOperations.ZeroMemory(block);
        }
    }

    // MSE, VERIFY, PSO, GET RESPONSE, LOG OFF. Nothing may stand between VERIFY and PSO: 1.7 then refuses.
    private byte[] SignDocument(
        byte algorithm, ReadOnlySpan<byte> input, int length, ReadOnlySpan<byte> pinBlock, PinPadLanguage? keypad, int? triesShown)
    {
        using var transaction = handle.BeginTransaction();

        // While the person was typing no transaction was open: another program may have used up tries, and the last one is not spent unasked.
        if ((AskTriesOfThisChip() ?? triesTold) is <= 1 and var left && (triesShown is not { } shown || left < shown))
        {
            throw new CardSigningException(left == 0 ? CardSigningFailure.PinBlocked : CardSigningFailure.FewerTries, left);
        }

        card.SetSignatureEnvironment(algorithm);
        loggedOff = false;
        try
        {
            var statusWord = keypad is { } language ? AskOnPinPad(PinCommand.Verify, language, CancellationToken.None) : card.Verify(pinBlock);
            var result = Outcome(PinCommand.Verify, statusWord, keypad is not null);
            return result is PinResult.Done ? card.Sign(input, length) : throw NotSigned(result);
        }
        finally
        {
            LogOff();
        }
    }

    private static CardSigningException NotSigned(PinResult result) => result switch
    {
        PinResult.WrongPin(var left) => new(CardSigningFailure.WrongPin, left),
        PinResult.Blocked => new(CardSigningFailure.PinBlocked),
        PinResult.PinPadCancelled => new(CardSigningFailure.Cancelled),
        PinResult.PinPadTimedOut => new(CardSigningFailure.TimedOut),
        _ => new(CardSigningFailure.PinLength),
    };
}
