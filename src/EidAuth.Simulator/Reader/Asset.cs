using System.Reflection;

namespace EidAuth.Simulator.Reader;

/// <summary>The page's files, carried inside the program so that it runs from anywhere.</summary>
internal static class Asset
{
    /// <summary>Reads Reader/assets/<paramref name="name"/>.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reader/" + name)
            ?? throw new InvalidOperationException($"The program was built without its file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
