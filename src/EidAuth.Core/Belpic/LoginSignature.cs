using EidAuth.Login;

namespace EidAuth.Belpic;

/// <summary>How a signature attempt ends when neither card nor reader broke.</summary>
public abstract record LoginSignature
{
    private LoginSignature()
    {
    }

    /// <summary>The card signed: the token is ready to be sent.</summary>
    public sealed record Completed(LoginToken Token) : LoginSignature;

    /// <summary>63Cx: wrong PIN.</summary>
    public sealed record WrongPin(int TriesLeft) : LoginSignature;

    /// <summary>Only the last try is left, or none, and the person was told of more, or of nothing. No PIN was sent: it is to be asked again, with the warning.</summary>
    public sealed record FewerTries(int TriesLeft) : LoginSignature;

    /// <summary>6983 or 63C0: the PIN is blocked.</summary>
    public sealed record PinBlocked : LoginSignature;

    /// <summary>6401: cancelled on the reader's keypad.</summary>
    public sealed record PinPadCancelled : LoginSignature;

    /// <summary>6400: nothing was typed on the reader's keypad.</summary>
    public sealed record PinPadTimedOut : LoginSignature;

    /// <summary>6403, or 4 to 12 digits were not given: no try was used.</summary>
    public sealed record PinLength : LoginSignature;

    /// <summary>
    /// The certificate's key is neither RSA-2048 nor P-384: a card of applet 1.1 or older (RSA-1024, all expired), which is not used to log in. No PIN was sent;
    /// <see cref="BelpicSession.Applet"/> tells it before one is asked.
    /// </summary>
    public sealed record KeyNotSupported : LoginSignature;
}
