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
        var packed = stackalloc byte[PackedLength];
        var length = (uint)PackedLength;
        fixed (char* name = texts.CardName, nothing = "", caption = texts.Title, text = message)
        {
            if (!dialogs.Pack(0, name, nothing, packed, ref length))
            {
                return uint.MaxValue;
            }

            var info = new CredentialUiInfo { Size = (uint)Unsafe.SizeOf<CredentialUiInfo>(), Message = text, Caption = caption };
            uint package = 0;
            var status = dialogs.Ask(in info, 0, ref package, packed, length, out var answer, out var answerLength, CredentialUiLimit.Generic);
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

    private unsafe PinEntry? Read(nint answer, uint answerLength)
    {
        using var name = TypedCharacters.Room.Of(CredentialUiLimit.UserName + 1);
        using var domain = TypedCharacters.Room.Of(CredentialUiLimit.Domain + 1);
        using var typed = TypedCharacters.Room.Of(CredentialUiLimit.Password + 1);
        var (nameLength, domainLength, typedLength) = ((uint)name.Characters.Length, (uint)domain.Characters.Length, (uint)typed.Characters.Length);
        fixed (char* toName = name.Characters, toDomain = domain.Characters, toTyped = typed.Characters)
        {
            // What does not fit is no PIN.
            if (!dialogs.Unpack(0, answer, answerLength, toName, ref nameLength, toDomain, ref domainLength, toTyped, ref typedLength))
            {
                return null;
            }
        }

        var end = Array.IndexOf(typed.Characters, '\0');
        return end < 0 ? null : TypedCharacters.ToEntry(typed.Characters.AsSpan(0, end));
    }
}
