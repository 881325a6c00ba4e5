namespace EidAuth.Simulator.Cards;

/// <summary>The files of hardware-fixtures that travel inside the assembly, so that the simulator runs from any folder.</summary>
internal static class EmbeddedFile
{
    public static IEnumerable<string> Names(string prefix) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
