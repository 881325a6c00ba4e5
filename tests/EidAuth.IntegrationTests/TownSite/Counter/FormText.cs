using System.Text.Json.Nodes;
using TownSite.Counter.Forms;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>A form file that counts, for a test to change one thing of.</summary>
internal static class FormText
{
    public const string Good = """
        {
          "id": "sample",
          "kind": "certificate",
          "title": { "nl": "t-nl", "fr": "t-fr", "de": "t-de", "en": "t-en" },
          "lead": { "nl": "l-nl", "fr": "l-fr", "de": "l-de", "en": "l-en" },
          "assurance": { "level": "card", "maxAgeMinutes": 15 },
          "askers": [ "self", "other" ],
          "residents": "only",
          "handling": "at-once",
          "states": [ "name", "address" ],
          "fields": [
            { "name": "line", "type": "text", "required": true, "minLength": 3, "maxLength": 10, "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" } },
            { "name": "lines", "type": "long-text", "required": false, "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" } },
            { "name": "day", "type": "date", "required": false, "earliest": "2020-01-01", "latest": "today", "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" } },
            { "name": "pick", "type": "choice", "required": false, "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" }, "choices": [
              { "value": "one", "label": { "nl": "a", "fr": "b", "de": "c", "en": "One" } },
              { "value": "two", "label": { "nl": "a", "fr": "b", "de": "c", "en": "Two" } } ] },
            { "name": "where", "type": "place", "required": false, "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" } },
            { "name": "count", "type": "number", "required": false, "min": 1, "max": 5, "label": { "nl": "a", "fr": "b", "de": "c", "en": "d" },
              "hint": { "nl": "a", "fr": "b", "de": "c", "en": "d" } }
          ]
        }
        """;

    public static CounterForm Form() => FormReader.Read("sample.json", Good);

    /// <summary>The good text with what one change makes of it.</summary>
    public static string With(Action<JsonNode> change)
    {
        var form = JsonNode.Parse(Good)!;
        change(form);
        return form.ToJsonString();
    }
}
