namespace EidAuth.AspNetCore;

/// <summary>Everything the login part says, in one language. A town writes its own by <c>EidLoginTexts.Dutch with { … }</c>; a text that is missing does not compile.</summary>
public sealed partial record EidLoginTexts
{
    /// <summary>The language's tag: nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    /// <summary>Heading of the way with the card.</summary>
    public required string CardTitle { get; init; }

    /// <summary>First step: card and reader at hand.</summary>
    public required string CardStepReader { get; init; }

    /// <summary>Second step: click, and the person's own eID program opens.</summary>
    public required string CardStepClick { get; init; }

    /// <summary>Third step: the PIN is typed there, never on the site.</summary>
    public required string CardStepPin { get; init; }

    /// <summary>The link that starts a card login.</summary>
    public required string CardLink { get; init; }

    /// <summary>Heading of the way with a password.</summary>
    public required string PasswordTitle { get; init; }

    /// <summary>For whom that is.</summary>
    public required string PasswordLead { get; init; }

    /// <summary>Label of the user name.</summary>
    public required string UserName { get; init; }

    /// <summary>Label of the password.</summary>
    public required string Password { get; init; }

    /// <summary>The button below both.</summary>
    public required string PasswordButton { get; init; }

    /// <summary>Heading above other remote schemes of the site.</summary>
    public required string OtherTitle { get; init; }

    /// <summary>The button of such a scheme; <c>{0}</c> is its display name.</summary>
    public required string OtherButton { get; init; }

    /// <summary>Heading above the three questions.</summary>
    public required string HelpTitle { get; init; }

    /// <summary>Question: no eID program yet.</summary>
    public required string HelpNoAgent { get; init; }

    /// <summary>Its answer.</summary>
    public required string HelpNoAgentText { get; init; }

    /// <summary>The link to <see cref="EidLoginPartOptions.AgentDownload"/>.</summary>
    public required string HelpNoAgentLink { get; init; }

    /// <summary>Question: nothing happens.</summary>
    public required string HelpNothing { get; init; }

    /// <summary>Its answer.</summary>
    public required string HelpNothingText { get; init; }

    /// <summary>Question: the card is not read.</summary>
    public required string HelpCard { get; init; }

    /// <summary>Its answer.</summary>
    public required string HelpCardText { get; init; }

    /// <summary>Heading, <see cref="EidRefusalTone.Stopped"/>.</summary>
    public required string RefusedStopped { get; init; }

    /// <summary>Heading, <see cref="EidRefusalTone.Again"/>.</summary>
    public required string RefusedAgain { get; init; }

    /// <summary>Heading, <see cref="EidRefusalTone.Later"/>.</summary>
    public required string RefusedLater { get; init; }

    /// <summary>Heading, <see cref="EidRefusalTone.Card"/>.</summary>
    public required string RefusedCard { get; init; }

    /// <summary>Advice, <see cref="EidRefusalTone.Stopped"/>.</summary>
    public required string AdviceStopped { get; init; }

    /// <summary>Advice, <see cref="EidRefusalTone.Again"/>.</summary>
    public required string AdviceAgain { get; init; }

    /// <summary>Advice, <see cref="EidRefusalTone.Later"/>.</summary>
    public required string AdviceLater { get; init; }

    /// <summary>Advice, <see cref="EidRefusalTone.Card"/>: where the town helps.</summary>
    public required string AdviceCard { get; init; }

    /// <summary>Follows the advice where the page has another way than the card.</summary>
    public required string AdviceOtherWay { get; init; }

    /// <summary>Stands before the code.</summary>
    public required string CodeForHelpDesk { get; init; }
}
