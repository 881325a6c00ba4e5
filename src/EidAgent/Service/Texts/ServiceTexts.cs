using EidAgent.Pages;
using EidAgent.Service.Installation;

namespace EidAgent.Service.Texts;

/// <summary>What the agent says of its own start, port and installation, in one language. A language is complete or does not compile; tests compare the tables.</summary>
internal sealed record ServiceTexts
{
    /// <summary>{0}: why, from <see cref="SocketProblems"/>.</summary>
    public required string SocketRefused { get; init; }

    /// <summary>Why a handed socket is not taken.</summary>
    public required IReadOnlyDictionary<SocketProblem, string> SocketProblems { get; init; }

    /// <summary>Who holds the port. {0}: the port, {1}: the program, {2}: its process, {3}: the user.</summary>
    public required IReadOnlyDictionary<PortHolderKind, string> PortHolders { get; init; }

    public required string CannotInstall { get; init; }

    /// <summary>{0}: a place.</summary>
    public required string Wrote { get; init; }

    public required string NothingToWrite { get; init; }

    public required string Installed { get; init; }

    /// <summary>The service manager listens now.</summary>
    public required string Listens { get; init; }

    public required string NextSystemd { get; init; }

    public required string NextSession { get; init; }

    /// <summary>{0}: a place.</summary>
    public required string Removed { get; init; }

    public required string NothingToRemove { get; init; }

    public required string Uninstalled { get; init; }

    public required string NotInstalled { get; init; }

    /// <summary>How an installed agent starts.</summary>
    public required IReadOnlyDictionary<StartMethod, string> StartMethods { get; init; }

    /// <summary>Who holds the port, for somebody who only asks. Values as in <see cref="PortHolders"/>.</summary>
    public required IReadOnlyDictionary<PortHolderKind, string> PortStates { get; init; }

    public static ServiceTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => DutchServiceTexts.Texts,
        UiLanguage.French => FrenchServiceTexts.Texts,
        UiLanguage.German => GermanServiceTexts.Texts,
        _ => EnglishServiceTexts.Texts,
    };
}
