using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EidAgent.Pages;
using EidAuth.Login;

namespace EidAgent.Commands;

/// <summary>Options that several commands have, each made anew for its command.</summary>
internal static class CommandOptions
{
    public static Option<string?> TestAnchors() => new("--test-anchors")
    {
        Description = $"Folder of test roots; prints TEST TRUST everywhere. Also {TestTrust.Variable}.",
        HelpName = "DIR",
    };

    public static Option<string?> Reader() => new("--reader")
    {
        Description = "The reader's name, or how it begins. Default: the first with a Belgian eID card.",
        HelpName = "NAME",
    };

    /// <summary>A port that is listened on now.</summary>
    public static Option<int> Port(string description) => Port(description + " 0 takes a free one.", 0);

    /// <summary>A port that is looked at or written down, which has to be a certain one.</summary>
    public static Option<int> CertainPort(string description) => Port(description, 1);

    /// <summary>Says of a value that is no number between these two what it is to be.</summary>
    public static void Bound(Option<int> option, int least, int most, string unit = "number") => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < least || value > most))
        {
            result.AddError($"{option.Name} is a {unit} from {least} to {most}.");
        }
    });

    /// <summary>Reads one of a few words, in capitals or not; another word is told with one sentence.</summary>
    public static Func<ArgumentResult, T?> Word<T>(string refusal, params T[] words)
        where T : struct, Enum => result =>
    {
        foreach (var word in words)
        {
            if (result.Tokens is [var token] && word.ToString().Equals(token.Value, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        result.AddError(refusal);
        return null;
    };

    public static Option<bool> Wait() => new("--wait") { Description = "Waits for a card instead of ending without one." };

    public static Option<bool> Json() => new("--json") { Description = "For scripts: JSON on standard output." };

    public static Option<string?> TraceApdu() => new("--trace-apdu")
    {
        Description = "Writes a line for each command to the card to a file that does not exist yet: header, lengths, status word, times. Never data.",
        HelpName = "FILE",
    };

    /// <summary>nl, fr, de or en.</summary>
    public static Option<string?> Language()
    {
        var language = new Option<string?>("--lang") { Description = "nl, fr, de or en. Default: LC_ALL, LC_MESSAGES or LANG.", HelpName = "CODE" };
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && UiLanguages.Of(code) is null)
            {
                result.AddError("--lang is nl, fr, de or en.");
            }
        });
        return language;
    }

    /// <summary>The system part instead of the person's own entry.</summary>
    public static Option<bool> System() => new("--system") { Description = "For all users, as root: the part of the system that holds the port of a computer with several users." };

    private static Option<int> Port(string description, int least)
    {
        var port = new Option<int>("--port") { Description = description, DefaultValueFactory = _ => LoginFormat.AgentPort };
        Bound(port, least, 65535);
        return port;
    }
}
