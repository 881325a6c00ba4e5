namespace EidAgent.Prompts.MacNotifications;

/// <summary>
/// Asks through the dialog that macOS shows for programs without windows of their own (CFUserNotification), with a field that hides what is typed. Never run. The answer is an object of the
/// system's that nobody but the system can zero; our copy of it is.
/// </summary>
internal sealed class MacNotificationPrompt : IPinPrompt
{
    private const int MostRounds = 5;

    // The person does not notice, and a login that ended is heard soon.
    private const double Poll = 0.25;

    private readonly IUserNotifications system;
    private readonly BlockingQuestion question;

    public MacNotificationPrompt(IUserNotifications system, TimeProvider clock, PromptTimes? times = null)
    {
        this.system = system;
        question = new BlockingQuestion(AskRounds, clock, (times ?? PromptTimes.Default).AtMost);
    }

    /// <inheritdoc/>
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) => this.question.AskAsync(question, cancellation);

    private PinEntry AskRounds(PinQuestion asked, CancellationToken over)
    {
        var texts = PinPromptTexts.In(asked.Language);
        var error = PinWording.Error(asked);
        for (var round = 0; round < MostRounds && !over.IsCancellationRequested; round++)
        {
            var outcome = AskOnce(texts, error is null ? PinWording.Describe(asked) : $"{error}\n\n{PinWording.Describe(asked)}", over, out var entry);
            if (entry is not null)
            {
                return entry;
            }

            if (outcome != PinEntryOutcome.Entered)
            {
                return PinEntry.None(round > 0 && outcome == PinEntryOutcome.Unavailable ? PinEntryOutcome.Lost : outcome);
            }

            error = texts.NotAPin;
        }

        return PinEntry.None(PinEntryOutcome.Cancelled);
    }

    // Entered without an entry: what was typed is no PIN.
    private PinEntryOutcome AskOnce(PinPromptTexts texts, string message, CancellationToken over, out PinEntry? entry)
    {
        entry = null;
        var owned = new List<nint>();
        try
        {
            var notification = Show(texts, message, owned);
            if (notification == 0)
            {
                return PinEntryOutcome.Unavailable;
            }

            nuint response;
            while (system.Receive(notification, Poll, out response) != 0)
            {
                if (over.IsCancellationRequested)
                {
                    _ = system.Cancel(notification);
                    return PinEntryOutcome.Cancelled;
                }
            }

            if ((response & UserNotificationConstant.ResponseMask) != UserNotificationConstant.DefaultButton)
            {
                return PinEntryOutcome.Cancelled;
            }

            entry = Read(system.ResponseValue(notification, Owned(UserNotificationConstant.FieldValues, owned), 0));
            return PinEntryOutcome.Entered;
        }
        finally
        {
            owned.ForEach(system.Release);
        }
    }

    private nint Show(PinPromptTexts texts, string message, List<nint> owned)
    {
        (string Key, string Value)[] parts =
        [
            (UserNotificationConstant.Header, texts.Title), (UserNotificationConstant.Message, message), (UserNotificationConstant.FieldTitles, texts.Prompt),
            (UserNotificationConstant.DefaultTitle, WithoutAccelerator(texts.Ok)), (UserNotificationConstant.AlternateTitle, WithoutAccelerator(texts.Cancel)),
        ];
        var keys = parts.Select(part => Owned(part.Key, owned)).ToArray();
        var values = parts.Select(part => Owned(part.Value, owned)).ToArray();
        var parameters = system.CreateDictionary(keys, values);
        if (parameters == 0)
        {
            return 0;
        }

        owned.Add(parameters);
        var notification = system.Create(0, UserNotificationConstant.Plain | UserNotificationConstant.FirstFieldIsSecure, out var error, parameters);
        if (notification != 0)
        {
            owned.Add(notification);
        }

        return error == 0 ? notification : 0;
    }

    private nint Owned(string text, List<nint> owned)
    {
        var made = system.CreateString(text);
        owned.Add(made);
        return made;
    }

    private PinEntry? Read(nint typed)
    {
        // Longer is no PIN, and is not copied.
        if (typed == 0 || system.Length(typed) is < PinDigits.Least or > PinDigits.Most)
        {
            return null;
        }

        using var characters = TypedCharacters.Room.Of((int)system.Length(typed));
        system.Characters(typed, characters.Characters);
        return TypedCharacters.ToEntry(characters.Characters);
    }

    // Other systems underline the letter after it.
    private static string WithoutAccelerator(string label) => label.Replace("_", "", StringComparison.Ordinal);
}
