namespace EidAuth.Testing;

/// <summary>The checked-out tree a test runs from.</summary>
public static class Repository
{
    /// <summary>The folder that holds EidAuth.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EidAuth.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("EidAuth.sln stands in no folder above the tests: run them from the checked-out tree.");
    }
}
