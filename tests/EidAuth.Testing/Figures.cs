using System.Globalization;

namespace EidAuth.Testing;

/// <summary>Figures that tests measure on the way: <c>./test.sh</c> prints artifacts/figures.txt at its end.</summary>
public static class Figures
{
    private static readonly Lock Gate = new();

    /// <summary>Adds a line, for example <c>login, applet 1.8, APDUs: 11</c>.</summary>
    public static void Add(string name, double value, string unit = "")
    {
        lock (Gate)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
            var line = string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}").TrimEnd();
            File.AppendAllText(Path.Combine(folder.FullName, "figures.txt"), line + "\n");
        }
    }
}
