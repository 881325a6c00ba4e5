using System.Text.Json;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using TownSite.Counter.Forms;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>docs/forms.md says what the reader reads.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FormsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "forms.md"));

    [Fact]
    public void The_form_on_the_page_counts()
    {
        var json = Regex.Match(Page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        var form = FormReader.Read("parking.json", json);

        Assert.Equal(["plate", "from", "cars", "zone"], form.Fields.Select(field => field.Name));
    }

    [Fact]
    public void The_page_has_a_row_for_each_member()
    {
        Assert.Equal(FormReader.Members<CounterForm>().Order(), Rows("## Members of a form").Order());
        Assert.Equal(FormReader.Members<Assurance>().Order(), Rows("`assurance`:").Order());
        Assert.Equal(FormReader.Members<FormField>().Order(), Rows("## Members of a field").Order());
    }

    [Fact]
    public void The_page_names_each_word()
    {
        Assert.All(Words<FormKind>().Concat(Words<FieldKind>()).Concat(Words<AssuranceLevel>()).Concat(Words<Asker>()).Concat(Words<Residents>())
            .Concat(Words<Handling>()).Concat(Words<Datum>()), word => Assert.Contains($"`{word}`", Page));
    }

    private static IEnumerable<string> Rows(string after)
    {
        var table = Page[Page.IndexOf(after, StringComparison.Ordinal)..].Split('\n').SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal));
        return table.Skip(1).TakeWhile(line => line.StartsWith('|')).Select(line => Regex.Match(line, "^\\| `([^`]+)`").Groups[1].Value);
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName);
}
