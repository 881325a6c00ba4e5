using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

/// <summary>The transcripts of the tree.</summary>
internal static class TranscriptFolder
{
    internal static string Path { get; } = System.IO.Path.Combine(Repository.Root, "hardware-fixtures", "transcripts");

    internal static IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Path, "*.txt").Select(System.IO.Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    internal static Transcript Read(string name)
    {
        Assert.True(Transcript.TryParse(File.ReadAllBytes(System.IO.Path.Combine(Path, name)), out var transcript, out var error), $"{name}, {error}");
        return transcript!;
    }
}
