using System.Text.Json.Nodes;
using EidAuth.Testing;
using TownSite.Counter.Forms;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class FormReaderTests
{
    [Fact]
    public void A_form_says_everything_that_stands_in_its_file()
    {
        var form = FormText.Form();

        Assert.Equal("sample", form.Id);
        Assert.Equal(FormKind.Certificate, form.Kind);
        Assert.Equal("t-de", form.Title.De);
        Assert.Equal(AssuranceLevel.Card, form.Assurance.Level);
        Assert.Equal(TimeSpan.FromMinutes(15), form.Assurance.MaxAge);
        Assert.Equal([Asker.Self, Asker.Other], form.Askers);
        Assert.Equal(Residents.Only, form.Residents);
        Assert.Equal(Handling.AtOnce, form.Handling);
        Assert.Equal([Datum.Name, Datum.Address], form.States);
        Assert.Equal([FieldKind.Text, FieldKind.LongText, FieldKind.Date, FieldKind.Choice, FieldKind.Place, FieldKind.Number], form.Fields.Select(field => field.Type));
        Assert.Equal((3, 10), (form.Fields[0].Shortest, form.Fields[0].Longest));
        Assert.Equal((1, 4000), (form.Fields[1].Shortest, form.Fields[1].Longest));
        Assert.Equal("Two", form.Fields[3].Choices![1].Label.En);
    }

    public static TheoryData<string, Action<JsonNode>, string> Defects => new()
    {
        { "unknown member", form => form["colour"] = "red", "$.colour" },
        { "unknown member of a field", form => form["fields"]![0]!["colour"] = "red", "$.fields[0].colour" },
        { "unknown member of a text", form => form["title"]!["pt"] = "x", "$.title.pt" },
        { "missing title", form => Drop(form, "title"), "$" },
        { "missing language", form => Drop(form["title"]!, "de"), "$.title" },
        { "missing language of a field", form => Drop(form["fields"]![2]!["label"]!, "fr"), "$.fields[2].label" },
        { "missing language of a choice", form => Drop(form["fields"]![3]!["choices"]![1]!["label"]!, "nl"), "$.fields[3].choices[1].label" },
        { "empty language", form => form["lead"]!["en"] = "  ", "$.lead.en" },
        { "null language", form => form["lead"]!["en"] = null, "$.lead.en" },
        { "text too long", form => form["title"]!["nl"] = new string('x', 101), "$.title.nl" },
        { "another case", form => { form["Kind"] = "certificate"; Drop(form, "kind"); }, "$.Kind" },
        { "unknown kind", form => form["kind"] = "letter", "$.kind" },
        { "kind as number", form => form["kind"] = 0, "$.kind" },
        { "kind in another case", form => form["kind"] = "Certificate", "$.kind" },
        { "id of another file", form => form["id"] = "other", "$.id" },
        { "id with a path", form => form["id"] = "../x", "$.id" },
        { "unknown level", form => form["assurance"]!["level"] = "itsme", "$.assurance.level" },
        { "card without age", form => Drop(form["assurance"]!, "maxAgeMinutes"), "$.assurance.maxAgeMinutes" },
        { "age zero", form => form["assurance"]!["maxAgeMinutes"] = 0, "$.assurance.maxAgeMinutes" },
        { "age of more than a day", form => form["assurance"]!["maxAgeMinutes"] = 1441, "$.assurance.maxAgeMinutes" },
        { "nobody may ask", form => form["askers"] = new JsonArray(), "$.askers" },
        { "asker twice", form => form["askers"] = new JsonArray("self", "self"), "$.askers" },
        { "residents without self", form => form["askers"] = new JsonArray("other"), "$.residents" },
        { "at once without states", form => Drop(form, "states"), "$.states" },
        { "states without at once", form => form["handling"] = "officer", "$.states" },
        { "state twice", form => form["states"] = new JsonArray("name", "name"), "$.states" },
        { "unknown state", form => form["states"] = new JsonArray("national-number"), "$.states[0]" },
        { "a report at once", form => form["kind"] = "report", "$.handling" },
        { "field twice", form => form["fields"]![1]!["name"] = "line", "$.fields[1].name" },
        { "field with a point", form => form["fields"]![1]!["name"] = "other.name", "$.fields[1].name" },
        { "unknown type", form => form["fields"]![1]!["type"] = "file", "$.fields[1].type" },
        { "length of a date", form => form["fields"]![2]!["maxLength"] = 5, "$.fields[2].maxLength" },
        { "too large a length", form => form["fields"]![0]!["maxLength"] = 201, "$.fields[0].maxLength" },
        { "lengths the wrong way round", form => form["fields"]![0]!["minLength"] = 11, "$.fields[0].minLength" },
        { "day that is none", form => form["fields"]![2]!["latest"] = "2023-02-30", "$.fields[2].latest" },
        { "day of a text", form => form["fields"]![0]!["earliest"] = "today", "$.fields[0].earliest" },
        { "choice without choices", form => Drop(form["fields"]![3]!, "choices"), "$.fields[3].choices" },
        { "one choice", form => ((JsonArray)form["fields"]![3]!["choices"]!).RemoveAt(1), "$.fields[3].choices" },
        { "choice twice", form => form["fields"]![3]!["choices"]![1]!["value"] = "one", "$.fields[3].choices[1].value" },
        { "choices of a text", form => form["fields"]![0]!["choices"] = new JsonArray(), "$.fields[0].choices" },
        { "number without bounds", form => Drop(form["fields"]![5]!, "max"), "$.fields[5].max" },
        { "bounds the wrong way round", form => form["fields"]![5]!["min"] = 6, "$.fields[5].max" },
        { "bounds of a text", form => form["fields"]![0]!["min"] = 1, "$.fields[0].min" },
        { "required as text", form => form["fields"]![0]!["required"] = "yes", "$.fields[0].required" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_is_named_with_file_and_member(string defect, Action<JsonNode> change, string member)
    {
        Assert.NotEmpty(defect);
        FormReader.Read("sample.json", FormText.With(_ => { }));

        var refused = Assert.Throws<FormFileException>(() => FormReader.Read("sample.json", FormText.With(change)));

        Assert.Equal("sample.json", refused.File);
        Assert.Equal(member, refused.Member);
        Assert.StartsWith($"sample.json: {member}: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("// a form\n{}")]
    public void What_is_no_form_is_refused(string json) => Assert.Throws<FormFileException>(() => FormReader.Read("sample.json", json));

    [Fact]
    public void A_member_that_stands_twice_is_refused()
    {
        var twice = FormText.Good.Replace("\"residents\": \"only\"", "\"residents\": \"only\", \"residents\": \"any\"", StringComparison.Ordinal);

        Assert.Equal("$.residents", Assert.Throws<FormFileException>(() => FormReader.Read("sample.json", twice)).Member);
    }

    [Fact]
    public void A_missing_language_is_named()
    {
        var refused = Assert.Throws<FormFileException>(() => FormReader.Read("sample.json", FormText.With(form => Drop(form["title"]!, "de"))));

        Assert.Contains("'de'", refused.Message);
    }

    [Fact]
    public void Residents_only_needs_the_card()
    {
        var refused = Assert.Throws<FormFileException>(() => FormReader.Read("sample.json", FormText.With(form =>
        {
            form["assurance"] = new JsonObject { ["level"] = "password" };
            form["handling"] = "officer";
            Drop(form, "states");
        })));

        Assert.Equal("$.residents", refused.Member);
    }

    [Fact]
    public void An_id_counts_once()
    {
        var refused = Assert.Throws<FormFileException>(() => FormCatalogue.Of([("sample.json", FormText.Good), ("sample.JSON", FormText.Good)]));

        Assert.Equal("sample.JSON: $.id: 'sample' is there twice.", refused.Message);
    }

    [Fact]
    public void A_town_has_the_certificates_and_reports_of_its_counter()
    {
        var catalogue = FormCatalogue.Open(Path.Combine(AppContext.BaseDirectory, "Forms"));

        Assert.Equal(
            ["good-conduct", "household", "life", "nationality", "residence"],
            catalogue.All.Where(form => form.Kind == FormKind.Certificate).Select(form => form.Id));
        Assert.Equal(["road", "sewer", "street-light"], catalogue.All.Where(form => form.Kind == FormKind.Report).Select(form => form.Id));
        Assert.Equal(AssuranceLevel.Password, catalogue.Find("street-light")!.Assurance.Level);
        Assert.Null(catalogue.Find("Residence"));
    }

    [Fact]
    public void An_empty_folder_is_no_counter()
    {
        var refused = Assert.Throws<FormFileException>(() => FormCatalogue.Open(Path.Combine(AppContext.BaseDirectory, "nowhere")));

        Assert.Contains("Town:FormsFolder", refused.Message);
    }

    private static void Drop(JsonNode node, string member) => ((JsonObject)node).Remove(member);
}
