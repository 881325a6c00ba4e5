using EidAuth.Testing;
using TownSite.Counter.Forms;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class BadFormTests
{
    [Fact]
    public async Task With_a_form_that_does_not_count_the_site_does_not_start()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sample.json");
        await File.WriteAllTextAsync(file, FormText.Good, TestContext.Current.CancellationToken);
        await using (var town = await RunningTown.StartAsync($"--Town:FormsFolder={folder.Path}"))
        {
            using var visitor = town.NewVisitor();
            Assert.Contains("href=\"/counter/sample\"", (await visitor.GetAsync("/counter")).Html);
        }

        await File.WriteAllTextAsync(file, FormText.With(form => form["assurance"]!["level"] = "strong"), TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<FormFileException>(() => RunningTown.StartAsync($"--Town:FormsFolder={folder.Path}"));

        Assert.StartsWith("sample.json: $.assurance.level: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_what_is_in_the_file_as_text()
    {
        using var folder = new TemporaryFolder();
        var text = FormText.With(form =>
        {
            form["title"]!["en"] = "<b>Title</b>";
            form["fields"]![0]!["label"]!["en"] = "\"><script>";
            form["assurance"] = new System.Text.Json.Nodes.JsonObject { ["level"] = "password" };
            form["handling"] = "officer";
            form["residents"] = "any";
            ((System.Text.Json.Nodes.JsonObject)form).Remove("states");
        });
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "sample.json"), text, TestContext.Current.CancellationToken);
        await using var town = await RunningTown.StartAsync($"--Town:FormsFolder={folder.Path}");
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        var page = await visitor.GetAsync("/counter/sample");

        Assert.Contains("<h1><b>Title</b></h1>", page.Plain);
        Assert.DoesNotContain("<b>Title", page.Html);
        Assert.DoesNotContain("<script", page.Html);
        Assert.Contains("<input id=\"field-day\" class=\"short\" type=\"date\"", page.Html);
        Assert.Contains("<textarea id=\"field-lines\"", page.Html);
        Assert.Contains("<select id=\"field-pick\"", page.Html);
        Assert.Contains("id=\"field-count\" class=\"short\"", page.Html);
    }
}
