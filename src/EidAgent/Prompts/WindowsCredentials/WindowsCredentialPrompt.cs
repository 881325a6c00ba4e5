using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>
/// Asks through the dialog that Windows has for credentials. Never run. It has a field for a name too, filled in beforehand and not looked at. It cannot be closed from outside: when the login
/// ends before the person does, the dialog stays until it is answered, and the answer is zeroed unread.
/// </summary>
internal sealed class WindowsCredentialPrompt : IPinPrompt
{
    private const int MostRounds = 5;
    private const int PackedLength = 1024;

    private readonly ICredentialUi dialogs;
    private readonly BlockingQuestion question;

    public WindowsCredentialPrompt(ICredentialUi dialogs, TimeProvider clock, PromptTimes? times = null)
    {
        this.dialogs = dialogs;
        question = new BlockingQuestion(AskRounds, clock, (times ?? PromptTimes.Default).AtMost);
    }

    /// <inheritdoc/>
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) =>
        dialogs.HasDesktop ? this.question.AskAsync(question, cancellation) : Task.FromResult(PinEntry.None(PinEntryOutcome.Unavailable));

    private PinEntry AskRounds(PinQuestion asked, CancellationToken over)
    {
        var texts = PinPromptTexts.In(asked.Language);
        var error = PinWording.Error(asked);
        for (var round = 0; round < MostRounds && !over.IsCancellationRequested; round++)
        {
            var status = AskOnce(texts, error is null ? PinWording.Describe(asked) : $"{error}\n\n{PinWording.Describe(asked)}", out var entry);
            switch (status)
            {
                case CredentialUiLimit.Done when entry is not null:
                    return entry;
                case CredentialUiLimit.Done:
                    error = texts.NotAPin;
                    break;
                case CredentialUiLimit.Cancelled:
                    return PinEntry.None(PinEntryOutcome.Cancelled);
                default:
                    return PinEntry.None(round == 0 ? PinEntryOutcome.Unavailable : PinEntryOutcome.Lost);
            }
        }

        return PinEntry.None(PinEntryOutcome.Cancelled);
    }

    // The entry is null when what was typed is no PIN.
    private unsafe uint AskOnce(PinPromptTexts texts, string message, out PinEntry? entry)
    {
        entry = null;
        Span<byte> packed = stackalloc byte[PackedLength];
        var length = (uint)PackedLength;
        if (!dialogs.Pack(0, texts.CardName, "", packed, ref length))
        {
            return uint.MaxValue;
        }

        fixed (char* caption = texts.Title, text = message)
        {
            var info = new CredentialUiInfo { Size = (uint)Unsafe.SizeOf<CredentialUiInfo>(), Message = (nint)text, Caption = (nint)caption };
            uint package = 0;
            var status = dialogs.Ask(in info, 0, ref package, packed[..(int)length], out var answer, out var answerLength, CredentialUiLimit.Generic);
            try
            {
                entry = status == CredentialUiLimit.Done ? Read(answer, answerLength) : null;
                return status;
            }
            finally
            {
                if (answer != 0)
                {
                    CryptographicOperations.ZeroMemory(new Span<byte>((void*)answer, checked((int)answerLength)));
                    dialogs.Free(answer);
                }
            }
        }
    }

    private PinEntry? Read(nint answer, uint answerLength)
    {
        using var name = TypedCharacters.Room.Of(CredentialUiLimit.UserName + 1);
        using var domain = TypedCharacters.Room.Of(CredentialUiLimit.Domain + 1);
        using var typed = TypedCharacters.Room.Of(CredentialUiLimit.Password + 1);
        var (nameLength, domainLength, typedLength) = ((uint)name.Characters.Length, (uint)domain.Characters.Length, (uint)typed.Characters.Length);

        // What does not fit is no PIN.
        if (!dialogs.Unpack(0, answer, answerLength, name.Characters, ref nameLength, domain.Characters, ref domainLength, typed.Characters, ref typedLength))
        {
            return null;
        }

        var end = Array.IndexOf(typed.Characters, '\0');
        return end < 0 ? null : TypedCharacters.ToEntry(typed.Characters.AsSpan(0, end));
    }
}
