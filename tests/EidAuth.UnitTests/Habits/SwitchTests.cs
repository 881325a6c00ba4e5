using System.Reflection;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

/// <summary>Nothing in src turns a defence off: whatever can be set, given or built otherwise stands in <see cref="SwitchList"/> with its reason, and nothing else is there.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed partial class SwitchTests
{
    /// <summary>What citizens and towns run.</summary>
    internal static readonly Assembly[] Programs =
    [
        typeof(EidAgent.Hosting.AgentOptions).Assembly, typeof(EidAuth.AspNetCore.BelgianEidOptions).Assembly,
        typeof(EidAuth.AspNetCore.Identity.EidAccountsOptions<>).Assembly, typeof(EidAuth.Belpic.BelpicSession).Assembly,
    ];

    [Fact]
    public async Task Every_option_of_a_command_line_is_listed() =>
        AssertListed("option", (await SourcesAsync()).SelectMany(source => NewOption().Matches(source.Text)).Select(match => match.Groups[1].Value));

    [Fact]
    public async Task Every_reading_of_the_environment_is_listed() =>
        AssertListed("variable", (await SourcesAsync()).SelectMany(source => EnvironmentReading().Matches(source.Text).Select(match => $"{source.Path}: {match.Value}")));

    [Fact]
    public async Task Every_switch_of_the_runtime_is_listed() =>
        AssertListed("switch", (await SourcesAsync()).SelectMany(source => RuntimeSwitch().Matches(source.Text).Select(match => $"{source.Path}: {match.Groups[1].Value}")));

    [Fact]
    public async Task No_source_is_built_otherwise_by_a_constant() =>
        AssertListed(
            "constant",
            (await SourcesAsync()).SelectMany(source => BuildConstant().Matches(source.Text).Select(match => $"{source.Path}: {match.Value.Trim()}"))
                .Concat((await Tree.FilesAsync("src/*.csproj", "src/*.props", "src/*.targets", "Directory.*"))
                    .SelectMany(file => ProjectConstant().Matches(Tree.Read(file)).Select(match => $"{file}: {match.Value}"))));

    [Fact]
    public void Every_setting_is_listed()
    {
        var settings =
            from type in Programs.SelectMany(program => program.GetTypes())
            where IsSettings(type)
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where property.SetMethod is not null && property.Name != "EqualityContract"
            select $"{type.Name}.{property.Name}";

        AssertListed("setting", settings);
    }

    [Fact]
    public async Task Nothing_asks_whether_it_is_tested_debugged_or_developed()
    {
        var asked = (await SourcesAsync()).SelectMany(source => Surroundings().Matches(source.Text).Select(match => $"{source.Path}: {match.Value}"));

        // A pseudonym key is made and kept where a site is developed, in production the site does not start without one; and what is a reminder there is a warning here.
        Assert.Equal(["src/EidAuth.AspNetCore/Startup/PseudonymKeySource.cs: IsDevelopment(", "src/EidAuth.AspNetCore/Startup/StartupReport.cs: IsDevelopment("], asked);
    }

    [Fact]
    public void Each_has_one_row_and_a_reason()
    {
        Assert.All(SwitchList.All, row => Assert.True(row.Reason.Length > 5, row.Name));
        Assert.Equal(SwitchList.All.Count, SwitchList.All.Select(row => (row.Kind, row.Name)).Distinct().Count());
    }

    [Theory]
    [InlineData("new Option<bool>(\"--allow-frames\")", "--allow-frames")]
    [InlineData("Option<bool> Frames() => new(\"--allow-frames\") { Hidden = true }", "--allow-frames")]
    [InlineData("new Option<bool>(\n    \"--allow-frames\")", "--allow-frames")]
    public void A_new_option_would_be_seen(string source, string name) => Assert.Equal(name, NewOption().Match(source).Groups[1].Value);

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable(\"EIDAUTH_UNSAFE\")")]
    [InlineData("Environment.GetEnvironmentVariables()")]
    [InlineData("Environment.GetCommandLineArgs()")]
    public void A_new_variable_would_be_seen(string source) => Assert.Matches(EnvironmentReading(), source);

    [Theory]
    [InlineData("#if DEBUG")]
    [InlineData("#define UNSAFE")]
    [InlineData("    [Conditional(\"DEBUG\")]")]
    public void A_new_constant_would_be_seen(string source) => Assert.Matches(BuildConstant(), source);

    /// <summary>The options that are listed.</summary>
    internal static IEnumerable<string> OptionNames => SwitchList.All.Where(row => row.Kind == "option").Select(row => row.Name);

    /// <summary>Whether a type is there to be set.</summary>
    internal static bool IsSettings(Type type) => SettingsType().IsMatch(type.Name) && !type.IsInterface && !(type.IsAbstract && type.IsSealed);

    internal static void AssertListed(string kind, IEnumerable<string> found)
    {
        var listed = SwitchList.All.Where(row => row.Kind == kind).Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var there = found.ToHashSet(StringComparer.Ordinal);
        var differences = there.Except(listed).Order(StringComparer.Ordinal).Select(name => $"not listed: {name}").Concat(listed.Except(there).Select(name => $"listed, and not there: {name}")).ToList();
        Assert.True(differences.Count == 0, $"{kind}\n{string.Join('\n', differences)}");
    }

    private static async Task<IReadOnlyList<(string Path, string Text)>> SourcesAsync()
    {
        var files = await Tree.FilesAsync("src/*.cs");
        Assert.True(files.Count > 300, "hardly any source was found: the search is wrong");
        return [.. files.Select(file => (file, Tree.Read(file)))];
    }

    [GeneratedRegex(@"\bnew(?:\s+Option<[^(]*>)?\(\s*""(--?[A-Za-z][\w-]*)""")]
    private static partial Regex NewOption();

    [GeneratedRegex(@"Environment\.(?:GetEnvironmentVariables?|GetCommandLineArgs)\b(?:\([^)]*\))?\)?")]
    private static partial Regex EnvironmentReading();

    [GeneratedRegex(@"AppContext\.(?:TryGetSwitch|SetSwitch|GetData)\(""?([^"",)]*)")]
    private static partial Regex RuntimeSwitch();

    [GeneratedRegex(@"^\s*(?:#\s*(?:if|elif|define)\b.*|\[Conditional\(.*)$", RegexOptions.Multiline)]
    private static partial Regex BuildConstant();

    [GeneratedRegex(@"DefineConstants|RuntimeHostConfigurationOption")]
    private static partial Regex ProjectConstant();

    [GeneratedRegex(@"\b(?:IsDevelopment\(|IsEnvironment\(|EnvironmentName\b|Debugger\.|xunit)", RegexOptions.IgnoreCase)]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"^(AgentOptions|\w*Options(`1)?|BelgianEid(Trust|Revocation|Fields))$")]
    private static partial Regex SettingsType();
}
