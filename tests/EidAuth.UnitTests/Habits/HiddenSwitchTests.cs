using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

/// <summary>
/// Switches that no search of the sources would find, looked for in what is compiled: calls that tell a program something of its surroundings, options and variables by whatever name, state that
/// anybody can set, methods that a build leaves out, files that change what is built or run. Each stands in <see cref="SwitchList"/> with its reason.
/// </summary>
[Trait("Group", TestGroup.Attacks)]
public sealed partial class HiddenSwitchTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Of them it is enough to be called.
    private static readonly string[] Surroundings =
    [
        "System.AppContext", "System.AppDomain", "System.Runtime.CompilerServices.RuntimeFeature", "System.Diagnostics.Debugger", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
        "System.Configuration.", "Microsoft.Extensions.Configuration.", "Microsoft.Extensions.Hosting.IHostEnvironment",
        "Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions", "Microsoft.FeatureManagement.",
    ];

    // Says nothing that could be a switch.
    private static readonly string[] Harmless = ["NewLine", "ProcessorCount", "ProcessId", "TickCount64", "CurrentManagedThreadId"];

    private static IReadOnlyList<Type> Types { get; } = [.. SwitchTests.Programs.SelectMany(program => program.GetTypes())];

    [Fact]
    public void Every_look_at_the_surroundings_is_listed() => AssertListed("look", Looks(Types));

    /// <summary>What a request can say beside its address, and where it is asked: a header, a field or a parameter could be a switch for whoever sends it.</summary>
    [Fact]
    public void Every_look_at_a_request_is_listed() => AssertListed(
        "request",
        from call in CodeScan.Calls(Types)
        where call.Type.FullName is "Microsoft.AspNetCore.Http.IHeaderDictionary" or "Microsoft.AspNetCore.Http.IQueryCollection" or "Microsoft.AspNetCore.Http.IFormCollection" or "Microsoft.AspNetCore.Http.IRequestCookieCollection"
        where !call.Member.StartsWith("set_", StringComparison.Ordinal)
        select $"{call.Caller}: {call.Type.Name[1..]}.{call.Member}");

    [Fact]
    public void Every_text_that_names_a_header_is_listed() =>
        AssertListed("header", CodeScan.Texts(Types).Where(text => HeaderName().IsMatch(text.Text)).Select(text => $"{text.Holder}: {text.Text}"));

    [Fact]
    public void Every_text_that_is_an_option_is_listed() =>
        AssertNoneBeside(SwitchTests.OptionNames, CodeScan.Texts(Types).SelectMany(text => OptionName().Matches(text.Text).Select(match => match.Value)), "foreign option");

    [Fact]
    public void Every_text_that_could_name_a_variable_is_listed() =>
        AssertListed("name", CodeScan.Texts(Types).Where(text => VariableName().IsMatch(text.Text)).Select(text => text.Text));

    [Fact]
    public void No_state_is_there_for_everybody_to_set() => AssertListed(
        "state",
        from type in Types
        where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) != true
        from field in type.GetFields(Declared)
        where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith("<>", StringComparison.Ordinal)
        select $"{type.Name}.{field.Name}");

    /// <summary>What can be set of an agent or a town without a setter: a list that is added to, a method, a field.</summary>
    [Fact]
    public void Every_other_member_of_what_can_be_set_is_listed() => AssertListed(
        "member",
        from type in Types
        where SwitchTests.IsSettings(type)
        from member in type.GetMembers(Declared)
        where !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not (ConstructorInfo or Type or PropertyInfo { SetMethod: not null } or MethodInfo { IsSpecialName: true })
        where member.Name is not ("EqualityContract" or "PrintMembers" or "ToString" or "Equals" or "GetHashCode" or "<Clone>$") && member is not FieldInfo { IsLiteral: true }
        select $"{type.Name}.{member.Name}");

    [Fact]
    public void No_call_is_left_out_of_a_build() =>
        Assert.Empty(Types.SelectMany(type => type.GetMethods(Declared)).Where(IsConditional).Select(method => $"{method.DeclaringType}.{method.Name}"));

    [Fact]
    public void No_system_function_reads_the_environment()
    {
        var functions = Types.SelectMany(type => type.GetMethods(Declared)).Select(Imported).OfType<string>().ToList();

        Assert.Contains("geteuid", functions);
        Assert.DoesNotContain(functions, name => name.Contains("env", StringComparison.OrdinalIgnoreCase));
        AssertListed(
            "table", CodeScan.Texts(Types).Where(text => text.Text.Contains("environ", StringComparison.Ordinal) || text.Text.Contains("/cmdline", StringComparison.Ordinal)).Select(text => $"{text.Holder}: {text.Text}"));
    }

    [Fact]
    public async Task No_file_beside_the_sources_changes_what_is_built_or_run()
    {
        var files = await Tree.FilesAsync("src", "Directory.*", "*.props", "*.targets", "*.rsp", "global.json");
        Assert.DoesNotContain(files.Select(file => Path.GetFileName(file)!), name => RunFile().IsMatch(name));

        var projects = files.Where(file => ProjectFile().IsMatch(file)).ToList();
        Assert.True(projects.Count > 5, "hardly any project was found: the search is wrong");
        AssertListed("project", projects.SelectMany(file => ProjectChoice().Matches(Tree.Read(file)).Select(match => $"{file}: {match.Value}")));
    }

    /// <summary>Every source is in its program: none is left out by a project, and none comes from elsewhere.</summary>
    [Fact]
    public async Task Every_type_of_the_sources_is_in_its_program()
    {
        foreach (var program in SwitchTests.Programs)
        {
            var folder = program.GetName().Name!;
            var compiled = program.GetTypes().Where(type => type.DeclaringType is null).Select(type => type.Name.Split('`')[0]).ToHashSet();
            var sources = (await Tree.FilesAsync($"src/{folder}/*.cs")).Where(file => DeclaresType().IsMatch(Tree.Read(file))).ToList();

            Assert.NotEmpty(sources);
            Assert.All(sources, file => Assert.Contains(Path.GetFileName(file).Split('.')[0], compiled));
        }
    }

    [Fact]
    public void Every_way_to_look_would_be_seen()
    {
        var found = Looks([typeof(Hidden), .. typeof(Hidden).GetNestedTypes(BindingFlags.NonPublic)]);

        Assert.Equal(
            [
                "HiddenSwitchTests: AppContext.TryGetSwitch", "HiddenSwitchTests: Directory.Exists", "HiddenSwitchTests: Environment.GetEnvironmentVariable", "HiddenSwitchTests: Environment.UserName",
                "HiddenSwitchTests: File.Exists", "HiddenSwitchTests: FileSystemInfo.Exists", "HiddenSwitchTests: Type.GetType",
            ],
            found.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(CodeScan.Texts([typeof(Hidden)]), text => text.Text == "--hidden" && OptionName().IsMatch(text.Text));
        Assert.Contains(CodeScan.Texts([typeof(Hidden)]), text => VariableName().IsMatch(text.Text));
        Assert.True(IsConditional(typeof(Hidden).GetMethod(nameof(Hidden.Check), Declared)!));
    }

    [Theory]
    [InlineData("<Compile Remove=\"Gate/HostCheck.cs\" />")]
    [InlineData("<PropertyGroup Condition=\"'$(Unsafe)' == '1'\">")]
    [InlineData("<Import Project=\"local.props\" />")]
    [InlineData("<Compile Include=\"../else/HostCheck.cs\" />")]
    [InlineData("<Choose>")]
    [InlineData("<RuntimeHostConfigurationOption Include=\"Unsafe\" Value=\"true\" />")]
    public void A_choice_of_a_project_would_be_seen(string line) => Assert.Matches(ProjectChoice(), line);

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    [InlineData("runtimeconfig.template.json")]
    [InlineData("App.config")]
    [InlineData("Directory.Build.rsp")]
    [InlineData("launchSettings.json")]
    public void A_file_of_settings_would_be_seen(string name) => Assert.Matches(RunFile(), name);

    private static IEnumerable<string> Looks(IEnumerable<Type> types) =>
        from call in CodeScan.Calls(types)
        where IsLook(call.Type.FullName ?? call.Type.Name, call.Member) && !call.Caller.StartsWith("<RegexGenerator", StringComparison.Ordinal)
        select $"{call.Caller}: {call.Type.Name}.{call.Member}";

    private static bool IsLook(string type, string member) => Surroundings.Any(place => type.StartsWith(place, StringComparison.Ordinal)) || type switch
    {
        "System.Environment" => !Harmless.Contains(member),
        "System.IO.File" => FileReading().IsMatch(member),
        "System.IO.Directory" or "System.IO.DirectoryInfo" => FolderReading().IsMatch(member),
        "System.IO.FileStream" => member == ".ctor",
        "System.IO.Path" or "System.IO.FileSystemInfo" or "System.IO.FileInfo" => member == "Exists",
        "Microsoft.Win32.Registry" => true,
        "System.Type" => member == "GetType",
        "System.Reflection.Assembly" => member.StartsWith("Load", StringComparison.Ordinal) || member.StartsWith("GetE", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsConditional(MethodInfo method) => method.IsDefined(typeof(ConditionalAttribute), inherit: false);

    private static string? Imported(MethodInfo method) =>
        method.GetCustomAttribute<System.Runtime.InteropServices.DllImportAttribute>() is { } import ? import.EntryPoint ?? method.Name : null;

    private static void AssertListed(string kind, IEnumerable<string> found) => SwitchTests.AssertListed(kind, found);

    private static void AssertNoneBeside(IEnumerable<string> own, IEnumerable<string> found, string kind) =>
        AssertListed(kind, found.Except(own, StringComparer.Ordinal));

    [GeneratedRegex("^(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+-?|x-.+|sec-.+)$")]
    private static partial Regex HeaderName();

    [GeneratedRegex("^(Exists|Read|Open)")]
    private static partial Regex FileReading();

    [GeneratedRegex("^(Exists|Enumerate|GetFile|GetDirectories)")]
    private static partial Regex FolderReading();

    [GeneratedRegex(@"(?<![\w-])--[A-Za-z][\w-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex("^(?=.*_)[A-Z][A-Z0-9_]{3,}$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^(appsettings.*\.json|.*runtimeconfig.*\.json|.*\.config|.*\.rsp|launchSettings\.json|.*\.ini|.*\.runsettings)$", RegexOptions.IgnoreCase)]
    private static partial Regex RunFile();

    [GeneratedRegex(@"\.(csproj|props|targets)$")]
    private static partial Regex ProjectFile();

    [GeneratedRegex("""<(?:Choose|When|Import|Target|UsingTask|Exec|RuntimeHostConfigurationOption)\b[^>]*>|<Compile\b[^>]*>|\bCondition="[^"]*"|\bRemove="[^"]*"|\bExclude="[^"]*"|DefineConstants""")]
    private static partial Regex ProjectChoice();

    [GeneratedRegex(@"^(?:\[[^\]]*\]\s*)*(?:public |internal |file |static |sealed |abstract |unsafe |partial |readonly |ref )*(?:class|record|struct|enum|interface)\b", RegexOptions.Multiline)]
    private static partial Regex DeclaresType();

    /// <summary>What somebody might write so that no search of the sources finds it.</summary>
    private static class Hidden
    {
        public static bool IsOff(string[] arguments) =>
            new Func<string, string?>(System.Environment.GetEnvironmentVariable)("EIDAUTH_HIDDEN") is not null || arguments is ["--hidden"] || File.Exists("/etc/hidden") || Directory.Exists("/etc/hidden.d")
            || new FileInfo("hidden").Exists || System.Environment.UserName == "hidden" || Type.GetType("Hidden") is not null || (AppContext.TryGetSwitch("Hidden", out var isOff) && isOff);

        [Conditional("HIDDEN")]
        public static void Check() => Assert.Fail();
    }
}
