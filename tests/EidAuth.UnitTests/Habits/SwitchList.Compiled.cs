namespace EidAuth.UnitTests.Habits;

/// <summary>What <see cref="HiddenSwitchTests"/> finds in the compiled programs.</summary>
internal static partial class SwitchList
{
    private const string OwnFile = "reads what it wrote itself, in a folder that must be this user's own";
    private const string Certificates = "certificates or lists in a folder that the town named: each counts only below a pinned root";
    private const string Kernel = "the kernel's own tables";
    private const string Exporting = "keeps a person's own command from writing over a file";
    private const string OwnKey = "the pseudonym's key, where a town named its file; where none is named, only a site in development makes one and keeps it";
    private const string Startup = "where the system or the desktop starts programs from, for install and status";
    private const string Handed = "a window's own variable: handed on to a prompt program, and read by none of ours";
    private const string Judged = "what a request is judged by: saying something else, or nothing, is refused";
    private const string Answered = "a header of answers";
    private const string Sorted = "bounds another setting, or reads it";

    private static IEnumerable<Switch> Compiled() =>
    [
        // Calls that tell something of the surroundings: who looks, and at what.
        new("look", "AgentProgram: Environment.ProcessPath", "which file install has started"),
        new("look", "ApduTrace: FileStream..ctor", "the file of --trace-apdu, which is written"),
        new("look", "BelgianEidExtensions: ConfigurationBinder.Bind", "a town's own section; what it can set are the settings of this list"),
        new("look", "CertificateFolder: Directory.EnumerateFiles", Certificates),
        new("look", "CertificateFolder: Directory.Exists", Certificates),
        new("look", "CertificateFolder: File.ReadAllBytes", Certificates),
        new("look", "CommandLanguage: Environment.GetEnvironmentVariable", "LC_ALL, LC_MESSAGES, LANG: language"),
        new("look", "CredentialUi: Environment.UserInteractive", Surroundings),
        new("look", "CrlFolder: Directory.EnumerateFiles", Certificates),
        new("look", "CrlFolder: Directory.GetFiles", Certificates),
        new("look", "CrlPart: FileStream..ctor", Certificates),
        new("look", "CrlStore: File.OpenRead", Certificates),
        new("look", "DerSteps: AppContext.TryGetSwitch", "the switch of this list"),
        new("look", "DoctorChecks: Directory.Exists", "what doctor tells its person"),
        new("look", "DoctorChecks: Path.Exists", "what doctor tells its person"),
        new("look", "FilesEntry: Directory.EnumerateFileSystemEntries", Startup),
        new("look", "FilesEntry: File.Exists", Startup),
        new("look", "FilesEntry: File.ReadAllText", Startup),
        new("look", "FolderFiles: FileStream..ctor", OwnFile + ": sites, diary, and whether the diary is off, which its page says and which keeps no login from being shown and agreed to"),
        new("look", "InheritedSockets: Environment.GetEnvironmentVariable", "LISTEN_PID and LISTEN_FDS: connections from those sockets pass every check"),
        new("look", "InheritedSockets: Environment.SetEnvironmentVariable", "takes them away again, so that no child has them"),
        new("look", "KeptFiles: Environment.GetFolderPath", "where the data folder is"),
        new("look", "KeptIssuers: Directory.EnumerateFiles", Certificates),
        new("look", "KeptIssuers: File.Exists", Certificates),
        new("look", "KeptIssuers: FileStream..ctor", Certificates),
        new("look", "LinuxPeer: File.OpenText", Kernel + ": whose a connection is; unreadable is nobody's"),
        new("look", "LinuxPeer: File.ReadAllText", Kernel + ": whether every user can be told from nobody"),
        new("look", "LinuxPortHolder: Directory.EnumerateDirectories", Kernel + ": who holds the port, for a sentence"),
        new("look", "LinuxPortHolder: Directory.EnumerateFileSystemEntries", Kernel + ": who holds the port, for a sentence"),
        new("look", "LinuxPortHolder: File.OpenText", Kernel + ": who holds the port, for a sentence"),
        new("look", "LinuxPortHolder: File.ReadAllText", Kernel + ": who holds the port, for a sentence"),
        new("look", "LinuxTerminal: File.OpenHandle", "the terminal in which a PIN is typed"),
        new("look", "NewFile: FileStream..ctor", Exporting),
        new("look", "OwnPath: FileSystemInfo.Exists", "a data folder or file that is not plain and this user's own is not used"),
        new("look", "OwnPath: Path.Exists", "a data folder or file that is not plain and this user's own is not used"),
        new("look", "PinentryProcess: Environment.GetEnvironmentVariable", "a closed list that a window needs is handed on"),
        new("look", "ProcessFamily: Directory.EnumerateDirectories", Kernel + ": what a prompt program started, to end it"),
        new("look", "ProcessFamily: File.OpenHandle", Kernel + ": what a prompt program started, to end it"),
        new("look", "ProgramPlace: Environment.ProcessPath", "which file install --system has started: one that root alone can change"),
        new("look", "PromptSurroundings: Environment.GetEnvironmentVariable", Surroundings),
        new("look", "PromptSurroundings: File.Exists", Surroundings),
        new("look", "PseudonymKeySource: Environment.GetFolderPath", OwnKey),
        new("look", "PseudonymKeySource: File.Exists", OwnKey),
        new("look", "PseudonymKeySource: File.ReadAllText", OwnKey),
        new("look", "PseudonymKeySource: HostEnvironmentEnvExtensions.IsDevelopment", OwnKey),
        new("look", "PseudonymKeySource: IHostEnvironment.ContentRootPath", OwnKey),
        new("look", "ReadRun: Path.Exists", Exporting),
        new("look", "RecordCommand: Path.Exists", Exporting),
        new("look", "RunKeyEntry: Registry.CurrentUser", Startup),
        new("look", "SiteSetup: IHostEnvironment.ContentRootPath", "where a town's relative folders begin"),
        new("look", "StartEntries: Directory.Exists", Startup),
        new("look", "StartEntries: Environment.GetEnvironmentVariable", Startup),
        new("look", "StartEntries: Environment.GetFolderPath", Startup),
        new("look", "StartupReport: HostEnvironmentEnvExtensions.IsDevelopment", "what is a reminder there is a warning elsewhere"),
        new("look", "SystemSetup: Directory.EnumerateDirectories", Startup),
        new("look", "SystemSetup: Directory.Exists", Startup),
        new("look", "TestTrust: Environment.GetEnvironmentVariable", "EIDAUTH_TEST_ANCHORS, as --test-anchors"),
        new("look", "UserNames: File.ReadLines", "a user's name, for a sentence of the port's holder"),

        // Where a request is asked what it says.
        new("request", "HostCheck: HeaderDictionary.Host", Judged),
        new("request", "FetchMetadata: HeaderDictionary.Item", Judged),
        new("request", "FetchMetadata: HeaderDictionary.Origin", Judged),
        new("request", "LoginCallback: HeaderDictionary.Origin", Judged),
        new("request", "ChallengeCookies: HeaderDictionary.Cookie", "the sealed challenge; what is not sealed by the town is none"),
        new("request", "StepUpMarker: RequestCookieCollection.ContainsKey", "that the card was asked for once already; without it, it is asked for again"),
        new("request", "StepUpMarker: RequestCookieCollection.TryGetValue", "that the card was asked for once already; without it, it is asked for again"),
        new("request", "StepUpResultHandler: HeaderDictionary.Item", "a script is refused where a page is sent to the card; neither is let in"),
        new("request", "LoginEndpoints: FormCollection.Item", "the page's token, what was ticked, and that a look-alike was seen, asked beside it"),
        new("request", "PinEndpoints: FormCollection.Item", "the page's token"),
        new("request", "OwnPages: FormCollection.Item", "the page's token"),
        new("request", "DiaryEndpoints: FormCollection.Item", "the tick before the diary is erased"),
        new("request", "SiteEndpoints: FormCollection.Item", "which site a button is about"),
        new("request", "LoginEndpoints: QueryCollection.Item", "language"),
        new("request", "OwnPages: QueryCollection.Item", "language"),
        new("request", "PinEndpoints: QueryCollection.Item", "language, and the login to lead back to, by an id that nobody guesses"),
        new("request", "DiaryEndpoints: QueryCollection.Item", "which page of the diary"),
        new("request", "ChangePoll: QueryCollection.Item", "which version of a page is shown"),
        new("request", "EidLoginEndpoints: QueryCollection.Item", Look),
        new("request", "EidLoginPart: QueryCollection.Item", Look),
        new("request", "PageAddress: QueryCollection.ContainsKey", Look),

        // Texts that could name a header.
        new("header", "FetchMetadata: Sec-Fetch-Dest", Judged),
        new("header", "FetchMetadata: Sec-Fetch-Mode", Judged),
        new("header", "FetchMetadata: Sec-Fetch-Site", Judged),
        new("header", "FetchMetadata: Sec-Purpose", Judged),
        new("header", "ProxyCheck: X-Forwarded-", Judged),
        new("header", "StepUpResultHandler: Sec-Fetch-Mode", "a script is refused where a page is sent to the card; neither is let in"),
        new("header", "PortQuestion: Sec-Fetch-", "what doctor sends"),
        new("header", "PageHeaders: Cross-Origin-Opener-Policy", Answered),
        new("header", "PageHeaders: Cross-Origin-Resource-Policy", Answered),
        new("header", "PageHeaders: Permissions-Policy", Answered),
        new("header", "PageHeaders: Referrer-Policy", Answered),
        new("header", "RefusalPage: Referrer-Policy", Answered),
        new("header", "CardReport: Kids-ID", "the name of a document"),

        // Files of the kernel that hold other programs' arguments or variables.
        new("table", "LinuxPortHolder: /cmdline", "who holds the port, for a sentence"),
        new("table", "ProcessFamily: environ", "finds what a prompt program started by a random mark, to end it"),

        // Options of other programs in our texts.
        new("foreign option", "--create", "systemd-tmpfiles"),
        new("foreign option", "--global", "systemctl"),
        new("foreign option", "--help", "shown by every command"),
        new("foreign option", "--now", "systemctl"),
        new("foreign option", "--one-file-system", "rm, when the system part is taken away"),
        new("foreign option", "--pdeathsig", "setpriv"),
        new("foreign option", "--user", "systemctl"),
        new("foreign option", "--version", "setpriv"),

        // Texts that could name a variable.
        new("name", "EIDAUTH_TEST_ANCHORS", "as --test-anchors"),
        new("name", "EIDAGENT_PROMPT", "the random mark that a prompt program's processes carry; never read from our own environment"),
        new("name", "LC_ALL", "language"),
        new("name", "LC_MESSAGES", "language"),
        new("name", "LISTEN_PID", "sockets that the system hands over"),
        new("name", "LISTEN_PIDFDID", "taken away with the others"),
        new("name", "LISTEN_FDS", "sockets that the system hands over"),
        new("name", "LISTEN_FDNAMES", "taken away with the others"),
        new("name", "XDG_CONFIG_HOME", "where the desktop looks for what it starts"),
        new("name", "REGEX_DEFAULT_MATCH_TIMEOUT", "of code that the compiler makes for expressions: ends a search that takes too long"),
        .. new[]
        {
            "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "GDK_DPI_SCALE", "GDK_SCALE", "GTK2_RC_FILES", "GTK_MODULES", "GTK_THEME", "NO_AT_BRIDGE", "QT_ACCESSIBILITY",
            "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_FONT_DPI", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE",
            "WAYLAND_DISPLAY", "XCURSOR_SIZE", "XCURSOR_THEME", "XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE",
        }.Select(name => new Switch("name", name, Handed)),

        // What of settings has no setter.
        new("member", "BelgianEidOptions.Origins", "which addresses a town has; at least one, and only of them is a challenge made"),
        new("member", "BelgianEidOptions.Trust", "the settings below it"),
        new("member", "BelgianEidOptions.Revocation", "the settings below it"),
        new("member", "BelgianEidOptions.Fields", "the settings below it"),
        new("member", "BelgianEidOptions.PseudonymKeys", "further keys, for who is known under an older one"),
        new("member", "BelgianEidOptions.SubjectKeyIds", Sorted),
        new("member", "BelgianEidOptions.MaximumLoginLifetime", Sorted),
        new("member", "BelgianEidRevocation.MaximumBudget", Sorted),
        new("member", "BelgianEidRevocation.MinimumBudget", Sorted),
        new("member", "BelgianEidTrust.UseTestAnchors", "sets TestAnchorsFolder"),
        new("member", "BelgianEidFields.Ages", "which facts a site asks for; the citizen agrees or not"),
        new("member", "BelgianEidFields.PostalCodes", "which facts a site asks for; the citizen agrees or not"),
        new("member", "BelgianEidFields.Asked", Sorted),
        new("member", "BelgianEidFields.Of", Sorted),
        new("member", "BelgianEidFields.Required", Sorted),
        new("member", "BelgianEidPostConfigureOptions.PostConfigure", "fills what was left empty when the site starts"),
        new("member", "BelgianEidValidateOptions.Validate", "refuses what the others may not be"),
        new("member", "ServerSessionValidateOptions.Validate", "refuses what the others may not be"),
        new("member", "ServerSessionOptions.MaximumAbsoluteTime", Sorted),
        new("member", "ServerSessionOptions.MinimumIdleTime", Sorted),
        new("member", "EidAccountsOptions`1.MaximumLoginLifetime", Sorted),

        // Static state.
        new("state", "DerSteps.taken", "counts what a parser does on this thread"),
        new("state", "OcspQuestion.writer", "a writer that each thread uses again"),
    ];
}
