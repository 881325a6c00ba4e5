namespace EidAuth.UnitTests.Habits;

/// <summary>
/// Every option, variable, setting, switch and build constant of src. A new one fails the test until it stands here with its reason; one that would end a defence has
/// none (security rule 7).
/// </summary>
internal static partial class SwitchList
{
    private const string Tester = "the tester's kit: cards, readers and responders that misbehave on demand; no program of a citizen or a town has it";
    private const string Surroundings = "where a window can be shown; without it a terminal or nothing, never a page";
    private const string Look = "how pages look or where they lead; nothing is proven by it";

    public static IReadOnlyList<Switch> All { get; } = [.. Written(), .. Compiled()];

    private static IEnumerable<Switch> Written() =>
    [
        // The agent's command line.
        new("option", "--port", "which port of 127.0.0.1; every check is made on any of them"),
        new("option", "--test-anchors", "other roots than Belgium's; log, pages and results say TEST TRUST, and no site with an outside address trusts them"),
        new("option", "--forget-cards", "stricter: nothing of a card is kept in memory"),
        new("option", "--reader", "which reader a person's own command takes"),
        new("option", "--wait", "waits for a card"),
        new("option", "--json", "how a person's own command prints"),
        new("option", "--lang", "language"),
        new("option", "--photo", "a file that a person's own command writes"),
        new("option", "--verify", "stricter: exit code 0 only when all of it is proven"),
        new("option", "--watch", "goes on telling of cards; sends them nothing"),
        new("option", "--trace-apdu", "named in the log and on every page; what is written has shapes of commands and no bytes of a PIN"),
        new("option", "--users", "where the system part finds agents: a folder of root's in which nobody else may write"),
        new("option", "--handed", "connections come from the system part, each with its user, and pass every check"),
        new("option", "--idle", "when an agent that was started by a connection ends, with nothing under way"),
        new("option", "--with", "which of the system's ways starts the agent"),
        new("option", "--system", "installs or removes the system part; root's own command"),
        new("option", "--csv", "how a person's own command prints the diary"),
        new("option", "--log", "the log as text or as JSON; the same events with the same content"),
        new("option", "--last-try", "a person's own command where no terminal can ask; no site reaches it"),

        // What a project sets of the runtime.
        new("constant", "src/EidAgent/EidAgent.csproj: RuntimeHostConfigurationOption", "the one that the next row names"),
        new("project", "src/EidAgent/EidAgent.csproj: <RuntimeHostConfigurationOption Include=\"Microsoft.Extensions.DependencyInjection.DisableDynamicEngine\" Value=\"true\" />",
            "how services are made, by reflection or by generated code; the same services"),

        // The simulator's.
        new("option", "--pki", Tester),
        new("option", "--out", Tester),
        new("option", "--responder", Tester),
        new("option", "--before-2017", Tester),
        new("option", "--behaviour", Tester),
        new("option", "--list", Tester),
        new("option", "--no-keypad", Tester),
        new("option", "--pin", Tester + "; the PIN of an invented citizen"),
        new("option", "--fault", Tester),
        new("option", "--strict", Tester),
        new("option", "--lenient", Tester),
        new("option", "--reader-resolves", Tester),

        // The environment: each reading of it, by file and expression.
        new("variable", "src/EidAgent/Commands/CommandLanguage.cs: Environment.GetEnvironmentVariable)", "LC_ALL, LC_MESSAGES, LANG: language"),
        new("variable", "src/EidAgent/Commands/TestTrust.cs: Environment.GetEnvironmentVariable(Variable)", "EIDAUTH_TEST_ANCHORS, as --test-anchors"),
        new("variable", "src/EidAgent/Service/InheritedSockets.cs: Environment.GetEnvironmentVariable(Variables[0])", "LISTEN_PID and LISTEN_FDS: sockets that the system hands over; connections from them pass every check"),
        new("variable", "src/EidAgent/Service/InheritedSockets.cs: Environment.GetEnvironmentVariable(Variables[1]))", "the second of the two"),
        new("variable", "src/EidAgent/Service/Installation/StartEntries.cs: Environment.GetEnvironmentVariable(\"XDG_CONFIG_HOME\")", "where the desktop looks for what it starts"),
        new("variable", "src/EidAgent/Prompts/PromptSurroundings.cs: Environment.GetEnvironmentVariable(name)", Surroundings),
        new("variable", "src/EidAgent/Prompts/PinentryProcess.cs: Environment.GetEnvironmentVariable(name)", "a closed list that a window needs is handed on; everything else is dropped"),

        // Switches of the runtime.
        new("switch", "src/EidAuth.Core/Pki/DerSteps.cs: EidAuth.CountDerSteps", "counts what a parser does, for tests and benchmarks; nothing is judged by it"),

        // What can be set of an agent.
        new("setting", "AgentOptions.Port", "as --port"),
        new("setting", "AgentOptions.HandedAt", "as --handed"),
        new("setting", "AgentOptions.TracesCommands", "as --trace-apdu"),
        new("setting", "AgentOptions.TestAnchors", "as --test-anchors"),
        new("setting", "AgentOptions.RememberCards", "as --forget-cards, the other way round"),
        new("setting", "AgentOptions.DataFolder", "where what is kept is kept; null keeps it in memory"),
        new("setting", "AgentOptions.ConsentLifetime", "a time-out; its end ends the login"),
        new("setting", "AgentOptions.CardLifetime", "a time-out; its end ends the login"),
        new("setting", "AgentOptions.PinLifetime", "a time-out; its end ends the login"),
        new("setting", "AgentOptions.IdleTime", "as --idle"),
        new("setting", "AgentOptions.Sockets", "what the system handed over; connections from it pass every check"),
        new("setting", "AgentOptions.LogsJson", "as --log"),
        new("setting", "AgentOptions.PinWindowLifetime", "a time-out; its end ends the login"),
        new("setting", "AgentOptions.PinPause", "five minutes at least; a shorter one keeps the agent from starting"),

        // What can be set of a town.
        new("setting", "BelgianEidOptions.PseudonymKey", "a secret; too short a one keeps the site from starting"),
        new("setting", "BelgianEidOptions.PseudonymKeyFile", "the same in a file"),
        new("setting", "BelgianEidOptions.PseudonymKeyId", "the key's name"),
        new("setting", "BelgianEidOptions.SiteId", "a part of the pseudonym; needed"),
        new("setting", "BelgianEidOptions.IssuersFolder", "certificates that count only below a pinned root"),
        new("setting", "BelgianEidOptions.KeptIssuersFolder", "verified again after a restart"),
        new("setting", "BelgianEidOptions.AgentPort", "which Origin the callback takes; it always takes one alone"),
        new("setting", "BelgianEidOptions.IncludeNationalNumber", "softer, by name: each release is logged (3015)"),
        new("setting", "BelgianEidOptions.EndOnRemoval", "stricter: sessions end with their card"),
        new("setting", "BelgianEidOptions.Acr", "the text of a claim"),
        new("setting", "BelgianEidOptions.FailurePath", Look),
        new("setting", "BelgianEidOptions.ReturnUrlParameter", Look),
        new("setting", "BelgianEidOptions.LoginLifetime", "one to five minutes; others keep the site from starting"),
        new("setting", "BelgianEidOptions.SignInScheme", "who keeps a proven login"),
        new("setting", "BelgianEidOptions.Events", "the site's own code after a login was proven; it can refuse one and cannot make one"),
        new("setting", "BelgianEidOptions.SignsInAtOnce", "made from the schemes when the site starts; nobody outside sets it"),
        new("setting", "BelgianEidOptions.Setup", "made from the others when the site starts; nobody outside sets it"),
        new("setting", "BelgianEidTrust.TestAnchorsFolder", "other roots; a site with any outside address then refuses to start"),
        new("setting", "BelgianEidTrust.RefuseUnlistedPolicies", "stricter"),
        new("setting", "BelgianEidRevocation.Mode", "softer in one of its values, by name: Grace, which each login it let in says in log and claim"),
        new("setting", "BelgianEidRevocation.GraceTime", "a week at most, for that mode alone"),
        new("setting", "BelgianEidRevocation.RequireNonce", "stricter"),
        new("setting", "BelgianEidRevocation.ListsFolder", "lists that are verified again when they are read"),
        new("setting", "BelgianEidRevocation.Budget", "one to ten seconds; its end refuses the login"),
        new("setting", "BelgianEidRevocation.FetchIssuers", "off: less traffic and fewer logins"),
        new("setting", "BelgianEidFields.Identity", "what a site asks for; the citizen agrees or not"),
        new("setting", "BelgianEidFields.Address", "what a site asks for; the citizen agrees or not"),
        new("setting", "BelgianEidFields.Photo", "what a site asks for; the citizen agrees or not"),
        new("setting", "BelgianEidFields.FactsOnly", "stricter: fewer claims"),
        new("setting", "EidStepUpOptions.SessionOf", "what a step-up is bound to; without it the subject of the card"),
        new("setting", "EidStepUpOptions.Fields", "fewer fields than the site may ask for"),
        new("setting", "EidLoginPartOptions.Texts", Look),
        new("setting", "EidLoginPartOptions.AgentDownload", Look),
        new("setting", "EidLoginPartOptions.ShowsOtherSchemes", Look),
        new("setting", "EidLoginPartOptions.DefaultReturnPath", Look),
        new("setting", "EidLoginPartOptions.LandingPath", Look),
        new("setting", "EidLoginPartOptions.Fields", "fewer fields than the site may ask for"),
        new("setting", "ServerSessionOptions.IdleTime", "bounded; others keep the site from starting"),
        new("setting", "ServerSessionOptions.AbsoluteTime", "bounded; others keep the site from starting"),
        new("setting", "EidAccountsOptions`1.Names", "without it no differing name is seen, and the log says so at start"),
        new("setting", "EidAccountsOptions`1.IsDisabled", "closes accounts beside the lockout"),
        new("setting", "EidAccountsOptions`1.LoginLifetime", "one to fifteen minutes"),
    ];
}
