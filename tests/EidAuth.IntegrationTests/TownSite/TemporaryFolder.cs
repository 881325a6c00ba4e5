namespace EidAuth.IntegrationTests.TownSite;

/// <summary>A folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-town-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
