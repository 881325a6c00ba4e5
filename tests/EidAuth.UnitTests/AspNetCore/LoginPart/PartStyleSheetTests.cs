using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EidAuth.AspNetCore.LoginPart;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.LoginPart;

/// <summary>Colours that people can tell apart (WCAG 2.2, 1.4.3 and 1.4.11), in light and in dark.</summary>
[Trait("Group", TestGroup.Town)]
public sealed partial class PartStyleSheetTests
{
    private static readonly string Css = Encoding.UTF8.GetString(PartStyleSheet.Content);

    [Theory]
    [InlineData("ink", "sheet", 4.5)]
    [InlineData("ink", "note", 4.5)]
    [InlineData("ink", "warn", 4.5)]
    [InlineData("soft", "sheet", 4.5)]
    [InlineData("soft", "note", 4.5)]
    [InlineData("soft", "warn", 4.5)]
    [InlineData("link", "sheet", 4.5)]
    [InlineData("accent-ink", "accent", 4.5)]
    [InlineData("stop-ink", "stop", 4.5)]
    [InlineData("field", "sheet", 3)]
    [InlineData("stop-line", "sheet", 3)]
    [InlineData("accent", "sheet", 3)]
    [InlineData("focus", "sheet", 3)]
    public void Colours_are_told_apart_in_light_and_in_dark(string front, string back, double least)
    {
        foreach (var dark in new[] { false, true })
        {
            var (lighter, darker) = (Luminance(Colour(front, dark)), Luminance(Colour(back, dark)));
            (lighter, darker) = (Math.Max(lighter, darker), Math.Min(lighter, darker));
            var ratio = (lighter + 0.05) / (darker + 0.05);
            Assert.True(ratio >= least, $"--eid-{front} on --eid-{back}, {(dark ? "dark" : "light")}: {ratio.ToString("F2", CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public void Browsers_without_light_dark_have_the_same_light_colours()
    {
        var plain = Plain().Matches(Css).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["light"].Value);
        var both = Both().Matches(Css).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["light"].Value);

        Assert.NotEmpty(both);
        Assert.Equal(plain.OrderBy(pair => pair.Key, StringComparer.Ordinal), both.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Docs_name_every_property_and_class()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "towns.md"));
        var styling = page.Split("### Styling\n")[1].Split("\n### ")[0];

        Assert.All(Regex.Matches(Css, "--eid-[a-z-]+").Select(match => match.Value).Distinct(), name => Assert.Contains($"`{name}`", styling));
        Assert.All(
            Regex.Matches(Css, "\\.(eid-[a-z-]+)").Select(match => match.Groups[1].Value).Distinct(),
            name => Assert.True(Parents(name).Any(known => styling.Contains(known, StringComparison.Ordinal)), name));
    }

    // eid-refusal-again stands there as eid-refusal and -again, the parts of the picture as the picture.
    private static IEnumerable<string> Parents(string name) =>
        [$"`{name}`", .. name.StartsWith("eid-card-", StringComparison.Ordinal) ? ["`eid-card`"] : Array.Empty<string>(), $"`{name[name.LastIndexOf('-')..]}`"];

    private static string Colour(string name, bool dark)
    {
        var match = Both().Matches(Css).Single(match => match.Groups["name"].Value == name);
        return match.Groups[dark ? "dark" : "light"].Value;
    }

    private static double Luminance(string colour)
    {
        var rgb = Convert.FromHexString(colour).Select(value => value / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }

    [GeneratedRegex("--eid-(?<name>[a-z-]+): #(?<light>[0-9a-f]{6});")]
    private static partial Regex Plain();

    [GeneratedRegex("--eid-(?<name>[a-z-]+): light-dark\\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\\);")]
    private static partial Regex Both();
}
