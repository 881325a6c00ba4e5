using System.Text.Json;
using System.Text.Json.Serialization;

namespace TownSite.Counter.Forms;

/// <summary>Reads the text of one form file. Strict: what it does not know, it does not skip.</summary>
internal static class FormReader
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 8,
        Converters =
        {
            new WordConverter<FormKind>(),
            new WordConverter<FieldKind>(),
            new WordConverter<AssuranceLevel>(),
            new WordConverter<Asker>(),
            new WordConverter<Residents>(),
            new WordConverter<Handling>(),
            new WordConverter<Datum>(),
        },
    };

    /// <summary>The members of a type as they are written in a file.</summary>
    public static IEnumerable<string> Members<T>() => Strict.GetTypeInfo(typeof(T)).Properties.Where(member => member.Get is not null).Select(member => member.Name);

    /// <summary>Reads one form.</summary>
    /// <param name="file">The file's name, <c>residence.json</c>; its stem must be the form's id.</param>
    /// <param name="json">What stands in it.</param>
    /// <exception cref="FormFileException">It does not count.</exception>
    public static CounterForm Read(string file, string json)
    {
        CounterForm form;
        try
        {
            form = JsonSerializer.Deserialize<CounterForm>(json, Strict) ?? throw new FormFileException(file, "$", "the file holds null.");
        }
        catch (JsonException exception)
        {
            // The library's message says what is wrong and ends in path and line.
            throw new FormFileException(file, exception.Path is { Length: > 0 } path ? path : "$", exception.Message);
        }

        FormRules.Check(file, form);
        return form;
    }
}
