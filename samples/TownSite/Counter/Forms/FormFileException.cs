namespace TownSite.Counter.Forms;

/// <summary>A form that does not count; the site does not start with it. The message names file and member.</summary>
internal sealed class FormFileException(string file, string member, string defect)
    : Exception($"{file}: {member}: {defect}")
{
    /// <summary>The file's name, without its folder.</summary>
    public string File { get; } = file;

    /// <summary>A JSON path, for example <c>$.fields[2].label</c>.</summary>
    public string Member { get; } = member;
}
