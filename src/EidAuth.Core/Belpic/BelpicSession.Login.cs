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
    /// MSE, VERIFY, PSO, GET RESPONSE, LOG OFF in one transaction on this handle; the result is verified once with the card's own certificate. When that came
    /// from the cache and the card was renewed since, certificate and signature are taken anew while the PIN still stands: it is sent once.
    /// </summary>
    /// <param name="message">Origin and challenge.</param>
    /// <param name="pin">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="triesShown">
    /// The tries left that the person was told; when only the last is left by now, the PIN is not sent. Null for nothing: then it is not sent when the card said so
    /// before in this session, at its opening (1.8) or of a wrong PIN, but the card is not asked again.
    /// </param>
    /// <exception cref="CardException">Removed or Reset since the session was opened, and the PIN was then not sent; Protocol; or a fault of the road.</exception>
    /// <exception cref="InvalidOperationException">The card has no authentication certificate.</exception>
    public LoginSignature SignLogin(LoginMessage message, ReadOnlySpan<byte> pin, int? triesShown = null)
    {
        Span<byte> block = stackalloc byte[PinBlock.Length];
        try
        {
            return PinBlock.TryWrite(pin, block) ? Sign(message, block, null, triesShown, CancellationToken.None) : new LoginSignature.PinLength();
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
    /// <param name="cancellation">Withdraws the question where the reader allows that; elsewhere the reader's own time-out ends it.</param>
    /// <exception cref="CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader has no keypad, or the card no authentication certificate.</exception>
    public LoginSignature SignLoginOnPinPad(LoginMessage message, string language, int? triesShown = null, CancellationToken cancellation = default) =>
        HasPinPad ? Sign(message, [], LanguageOf(language), triesShown, cancellation) : throw new InvalidOperationException("The reader has no keypad; HasPinPad says so.");

    // The PIN comes as a block, or from the keypad when a language is given.
    private LoginSignature Sign(LoginMessage message, ReadOnlySpan<byte> pinBlock, PinPadLanguage? keypad, int? triesShown, CancellationToken cancellation)
    {
        var certificate = FindLoginCertificate() ?? throw new InvalidOperationException("The card has no authentication certificate; PrepareLogin says so.");
        using var key = AuthenticationKey.FromCertificate(certificate);
        if (key is null)
        {
            return new LoginSignature.KeyNotSupported();
        }

        try
        {
            return Sign(message, certificate, key, pinBlock, keypad, triesShown, cancellation);
        }
        catch (CardException)
        {
            // Whatever it was, the next login trusts the card alone.
            cache?.Forget(ChipNumber);
            throw;
        }
    }

    private LoginSignature Sign(
        LoginMessage message,
        byte[] certificate,
        AuthenticationKey key,
        ReadOnlySpan<byte> pinBlock,
        PinPadLanguage? keypad,
        int? triesShown,
        CancellationToken cancellation)
    {
        using (handle.BeginTransaction())
        {
            // While the person was typing no transaction was open: another program may have used up tries, and the last one is not spent unasked.
            // Whoever told the person nothing gets no command for it, but what the card said before holds.
            var known = triesShown is null ? triesTold ?? data.TriesLeft : AskTriesOfThisChip();
            if (known is <= 1 and var left && (triesShown is not { } shown || left < shown))
            {
                return new LoginSignature.FewerTries(left);
            }

            card.SetSecurityEnvironment(key.SecurityAlgorithm);
            loggedOff = false;
            try
            {
                var statusWord = keypad is { } language ? pinPad!.Verify(language, VerifyTemplate, cancellation) : card.Verify(pinBlock);
                triesTold = statusWord.RetriesLeft ?? (statusWord == StatusWord.Success ? BelpicCard.MostTries : triesTold);
                return statusWord == StatusWord.Success
                    ? new LoginSignature.Completed(SignVerified(message, certificate, key) ?? SignRenewed(message))
                    : Refused(statusWord, keypad is not null);
            }
            finally
            {
                // The card stays unlocked after VERIFY: without this, any local program could sign after us.
                LogOff();
            }
        }
    }

    // On 1.8 one command tells both, chip number and tries; on 1.7 the chip number would cost another, and REMOVED or RESET on the handle tells of a swap.
    private int? AskTriesOfThisChip() => data.Applet == AppletVersion.V18 ? ReadDataOfThisChip().TriesLeft : card.ReadTriesLeft(data.Applet);

    // Null when the signature is not that certificate's. Readers are known that cut answers short; the site would only say "invalid".
    private LoginToken? SignVerified(LoginMessage message, byte[] certificate, AuthenticationKey key)
    {
        var digest = message.Digest(key.Hash);
        var signature = card.Sign(key.SignatureInput(digest), key.SignatureLength);
        if (!key.Verify(digest, signature))
        {
            return null;
        }

        cache?.Keep(ChipNumber, certificate);
        return new LoginToken(certificate, key.TokenAlgorithm, signature, LoginFormat.WebEid1, null);
    }

    // A key that was renewed on the same chip: any number of signatures follows one VERIFY, so the PIN is neither sent nor asked twice.
    private LoginToken SignRenewed(LoginMessage message)
    {
        var token = isFromCache && ReadRenewedCertificate() is { } certificate ? SignRenewed(message, certificate) : null;
        return token ?? throw new CardException(CardFault.Protocol, "The card's signature does not match its certificate.");
    }

    private LoginToken? SignRenewed(LoginMessage message, byte[] certificate)
    {
        using var key = AuthenticationKey.FromCertificate(certificate);
        if (key is null)
        {
            return null;
        }

        card.SetSecurityEnvironment(key.SecurityAlgorithm);
        return SignVerified(message, certificate, key);
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
