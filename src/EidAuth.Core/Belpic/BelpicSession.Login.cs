using System.Security.Cryptography;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <content>The login signature: the only thing the authentication key ever signs (security rule 2).</content>
public sealed partial class BelpicSession
{
    private static ReadOnlySpan<byte> VerifyTemplate => [0x00, 0x20, 0x00, 0x01, 0x08, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    /// <summary>
    /// MSE, VERIFY, PSO, GET RESPONSE, LOG OFF in one transaction on this handle; the result is verified once with the card's own certificate.
    /// </summary>
    /// <param name="message">Origin and challenge.</param>
    /// <param name="pin">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="triesShown">The tries left that the person was told; when only the last is left by now, the PIN is not sent.</param>
    /// <exception cref="CardException">Removed or Reset since the session was opened, and the PIN was then not sent; Protocol; or a fault of the road.</exception>
    /// <exception cref="InvalidOperationException">The card has no authentication certificate.</exception>
    public LoginSignature SignLogin(LoginMessage message, ReadOnlySpan<byte> pin, int? triesShown = null)
    {
        Span<byte> block = stackalloc byte[PinBlock.Length];
        try
        {
            return PinBlock.TryWrite(pin, block) ? Sign(message, block, null, triesShown) : new LoginSignature.PinLength();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    /// <summary>The same with the PIN typed on the reader's keypad; blocks until the reader answers (its own time-out is 30 s).</summary>
    /// <param name="message">Origin and challenge.</param>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    /// <param name="triesShown">As above.</param>
    /// <exception cref="CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader has no keypad, or the card no authentication certificate.</exception>
    public LoginSignature SignLoginOnPinPad(LoginMessage message, string language, int? triesShown = null) =>
        HasPinPad ? Sign(message, [], LanguageOf(language), triesShown) : throw new InvalidOperationException("The reader has no keypad; HasPinPad says so.");

    // The PIN comes as a block, or from the keypad when a language is given.
    private LoginSignature Sign(LoginMessage message, ReadOnlySpan<byte> pinBlock, PinPadLanguage? keypad, int? triesShown)
    {
        var certificate = ReadCertificate(CertificateFile.Authentication)
            ?? throw new InvalidOperationException("The card has no authentication certificate; ReadCertificate says so.");
        using var key = AuthenticationKey.FromCertificate(certificate);
        if (key is null)
        {
            return new LoginSignature.KeyNotSupported();
        }

        var digest = message.Digest(key.Hash);
        byte[] signature;
        using (handle.BeginTransaction())
        {
            // While the person was typing no transaction was open: another program may have used up tries, and the last one is not spent unasked.
            if (triesShown is { } shown && card.ReadTriesLeft(data.Applet) is <= 1 and var left && left < shown)
            {
                return new LoginSignature.FewerTries(left);
            }

            card.SetSecurityEnvironment(key.SecurityAlgorithm);
            loggedOff = false;
            try
            {
                var statusWord = keypad is { } language ? pinPad!.Verify(language, VerifyTemplate) : card.Verify(pinBlock);
                if (statusWord != StatusWord.Success)
                {
                    return Refused(statusWord, keypad is not null);
                }

                signature = card.Sign(key.SignatureInput(digest), key.SignatureLength);
            }
            finally
            {
                // The card stays unlocked after VERIFY: without this, any local program could sign after us.
                LogOff();
            }
        }

        // Readers are known that cut answers short; the site would only say "invalid".
        return key.Verify(digest, signature)
            ? new LoginSignature.Completed(new LoginToken(certificate, key.TokenAlgorithm, signature, LoginFormat.WebEid1, null))
            : throw new CardException(CardFault.Protocol, "The card's signature does not match its certificate.");
    }

    private static LoginSignature Refused(StatusWord statusWord, bool byKeypad) => statusWord switch
    {
        { RetriesLeft: > 0 and var left } => new LoginSignature.WrongPin(left),
        { RetriesLeft: 0 } or { Value: 0x6983 } => new LoginSignature.PinBlocked(),
        { Value: 0x6400 } when byKeypad => new LoginSignature.PinPadTimedOut(),
        { Value: 0x6401 } when byKeypad => new LoginSignature.PinPadCancelled(),
        { Value: 0x6403 } when byKeypad => new LoginSignature.PinLength(),
        _ => throw new CardException(CardFault.Protocol, $"VERIFY was answered with {statusWord}.", statusWord),
    };
}
