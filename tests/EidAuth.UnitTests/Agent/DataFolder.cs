using EidAgent.Data;

namespace EidAuth.UnitTests.Agent;

/// <summary>An agent's data folder in a new folder of its own, gone at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("eidauth-data-");

    /// <summary>Not there yet.</summary>
    public string Path => System.IO.Path.Combine(around.FullName, "eidauth");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public IKeptFiles Open() => new FolderFiles(Path, TimeProvider.System);

    public void Dispose() => around.Delete(recursive: true);
}
