namespace EidAuth.Benchmarks.Card;

/// <summary>The commands of one login through the agent, by what they are for.</summary>
internal sealed class LoginCommands
{
    private LoginCommands(IReadOnlyList<CardCommand> all) => All = all;

    /// <summary>Every one.</summary>
    public IReadOnlyList<CardCommand> All { get; }

    /// <summary>Certificate and signature: which chip, its certificate, MSE, VERIFY, PSO, GET RESPONSE. What the budgets count.</summary>
    public List<CardCommand> Counted { get; } = [];

    /// <summary>Issuing CA and root for the site's path.</summary>
    public List<CardCommand> Issuers { get; } = [];

    /// <summary>What keeps the last try and the card safe: tries left where they do not come with the chip number, tries left again before VERIFY, LOG OFF.</summary>
    public List<CardCommand> Guards { get; } = [];

    /// <summary>Sent before the PIN window opens.</summary>
    public IReadOnlyList<CardCommand> BeforeWindow => [.. All.TakeWhile(command => command.Is("80E4", "0020000100"))];

    /// <summary>Sent while the person types.</summary>
    public IReadOnlyList<CardCommand> WhileTyping => [.. All.Skip(BeforeWindow.Count).SkipLast(AfterPin.Count)];

    /// <summary>Sent once the PIN is there, up to LOG OFF.</summary>
    public IReadOnlyList<CardCommand> AfterPin => [.. All.Skip(1 + All.Select((command, i) => command.Is("00A4", "00B0") ? i : -1).Max())];

    /// <summary>VERIFY, PSO, GET RESPONSE.</summary>
    public IReadOnlyList<CardCommand> VerifyToSignature => [.. AfterPin.SkipWhile(command => !command.Is("0020000108")).TakeWhile(command => !command.Is("80E6"))];

    public static LoginCommands Of(IReadOnlyList<CardCommand> all)
    {
        var login = new LoginCommands(all);
        var file = "";
        for (var i = 0; i < all.Count; i++)
        {
            var command = all[i];
            file = command.Is("00A4") ? command.Text[^4..] : file;
            var isIssuer = file is "503A" or "503B" && command.Is("00A4", "00B0");
            (isIssuer ? login.Issuers : IsGuard(command, i) ? login.Guards : login.Counted).Add(command);
        }

        return login;
    }

    /// <summary>The commands of any other task without its guards.</summary>
    public static int CountOf(IReadOnlyList<CardCommand> all) => all.Where((command, i) => !IsGuard(command, i)).Count();

    private static bool IsGuard(CardCommand command, int index) => command.Is("80E6", "0020000100") || (command.Is("80E4") && index > 0);
}
