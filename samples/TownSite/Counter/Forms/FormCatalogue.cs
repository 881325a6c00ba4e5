namespace TownSite.Counter.Forms;

/// <summary>All forms of the town, as its folder says at the start.</summary>
internal sealed class FormCatalogue
{
    private const int LargestFile = 256 * 1024;
    private readonly Dictionary<string, CounterForm> forms;

    private FormCatalogue(IReadOnlyList<CounterForm> all)
    {
        All = all;
        forms = all.ToDictionary(form => form.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<CounterForm> All { get; }

    public CounterForm? Find(string? id) => id is null ? null : forms.GetValueOrDefault(id);

    /// <summary>Reads <c>*.json</c> of a folder.</summary>
    /// <exception cref="FormFileException">A file does not count, or there is none.</exception>
    public static FormCatalogue Open(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray() : [];
        return files.Length == 0
            ? throw new FormFileException(folder, "*.json", "there is no form. Town:FormsFolder names the folder of the forms.")
            : Of(files.Select(file => (Path.GetFileName(file), Text(file))));
    }

    /// <summary>Reads files by name and text.</summary>
    /// <exception cref="FormFileException">One does not count, or an id is there twice.</exception>
    public static FormCatalogue Of(IEnumerable<(string File, string Json)> files)
    {
        var all = new List<CounterForm>();
        foreach (var (file, json) in files)
        {
            var form = FormReader.Read(file, json);
            if (all.Exists(other => other.Id == form.Id))
            {
                throw new FormFileException(file, "$.id", $"'{form.Id}' is there twice.");
            }

            all.Add(form);
        }

        return new FormCatalogue(all);
    }

    private static string Text(string file) =>
        new FileInfo(file).Length <= LargestFile ? File.ReadAllText(file) : throw new FormFileException(Path.GetFileName(file), "$", "is larger than 256 KiB.");
}
