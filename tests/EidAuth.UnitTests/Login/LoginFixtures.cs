namespace EidAuth.UnitTests.Login;

/// <summary>Files beside these tests, found from the solution's folder.</summary>
internal static class LoginFixtures
{
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EidAuth.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", "tests", "EidAuth.UnitTests", "Login", name);
    }
}
