using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// A file of HTML with <c>{{name}}</c> for encoded text, <c>{{{name}}}</c> for HTML made by another template and <c>{{t:name}}</c> for a text in the page's
/// language. Filled in one pass: what is put in is never read again.
/// </summary>
internal sealed partial class HtmlTemplate(string asset)
{
    private readonly string source = Asset.Read(asset);

    /// <summary>The names of the texts it uses.</summary>
    public IEnumerable<string> TextNames => Hole().Matches(source).Select(hole => hole.Groups["text"].Value).Where(name => name.Length > 0);

    /// <summary>Puts the values in.</summary>
    public string Fill(ReaderTexts texts, IReadOnlyDictionary<string, string> values) => Hole().Replace(source, hole =>
        hole.Groups["html"] is { Success: true } html ? values[html.Value]
        : hole.Groups["text"] is { Success: true } text ? Encode(texts[text.Value])
        : Encode(values[hole.Groups["value"].Value]));

    // Control and direction characters become visible: a name cannot reorder or hide what stands around it.
    private static string Encode(string text) => HtmlEncoder.Default.Encode(Unseen().Replace(text, "\uFFFD"));

    [GeneratedRegex(@"\{\{\{(?<html>\w+)\}\}\}|\{\{t:(?<text>[\w.]+)\}\}|\{\{(?<value>\w+)\}\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unseen();
}
