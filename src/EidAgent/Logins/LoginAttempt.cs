using EidAgent.Diary;
using EidAgent.Pages;
using EidAuth.Belpic;
using EidAuth.Login;

namespace EidAgent.Logins;

/// <summary>One login from its arrival to its end.</summary>
internal sealed class LoginAttempt(LoginRequest request, UiLanguage language, TimeSpan lifetime, TimeProvider clock)
    : CardUse(language, lifetime, LoginEnding.ConsentExpired, clock)
{
    private int handedOver;

    public LoginRequest Request => request;

    /// <summary>The consent page's own state.</summary>
    public ConsentState Consent { get; init; } = new(clock);

    /// <summary>Its place in the diary.</summary>
    public DiaryTrace Trace { get; } = new(clock.GetUtcNow());

    /// <summary>The fields of the card that the person agreed to give, out of those that were asked for; set with the consent.</summary>
    public CardParts Agreed { get; set; }

    /// <summary>The reader whose card is used, as it calls itself: hostile text. Null until a card was found.</summary>
    public string? Reader { get; set; }

    /// <summary>Token and chain, once <see cref="LoginEnding.Signed"/>.</summary>
    public SignedLogin? Result { get; private set; }

    /// <summary>Ends it with a signature; false when it had ended before, and then nothing of it is kept.</summary>
    public bool Complete(SignedLogin result) => End(LoginEnding.Signed, () => Result = result);

    /// <summary>True the first time that the page with its token was served.</summary>
    public bool TryHandOver() => Interlocked.Exchange(ref handedOver, 1) == 0;
}
