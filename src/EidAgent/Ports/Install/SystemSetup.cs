using System.Diagnostics;
using EidAgent.Peer;

namespace EidAgent.Ports.Install;

/// <summary><c>install --system</c> and <c>uninstall --system</c>: writes the files of the system part and has the system take them up. Linux with systemd, root.</summary>
/// <param name="Root">Where the files go: "/", or a folder that a package is made of.</param>
internal sealed record SystemSetup(string Root)
{
    private const string Control = "/usr/bin/systemctl";

    private static readonly UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Runs a step; gives its exit code.</summary>
    public Func<SystemStep, int> Run { get; init; } = RunProgram;

    /// <summary>The program's command.</summary>
    public IReadOnlyList<string> Command { get; init; } = ProgramPlace.OfThisProcess();

    private bool HasManager => Root == "/" && Directory.Exists("/run/systemd/system");

    /// <summary>Installs; says what it does.</summary>
    public SystemSetupEnding Install(TextWriter output)
    {
        if (!OperatingSystem.IsLinux() || LinuxPeer.EffectiveUser() != 0)
        {
            return SystemSetupEnding.NotRoot;
        }

        if (!Command.All(ProgramPlace.IsRoots))
        {
            return SystemSetupEnding.ProgramNotRoots;
        }

        foreach (var file in SystemFiles.For(string.Join(' ', Command)))
        {
            Write(file);
            output.WriteLine(file.Path);
        }

        return Take(output, [
            new("/usr/bin/systemd-sysusers", SystemFiles.Users),
            new("/usr/bin/systemd-tmpfiles", "--create", SystemFiles.Folders),
            .. UsersNow().Select(user => new SystemStep("/usr/bin/install", "-d", "-m", "0710", "-o", user, "-g", "eidauth-port", PortPlaces.Folder + "/" + user)),
            new(Control, "daemon-reload"),
            new(Control, "--global", "enable", SystemFiles.UserSocket),
            new(Control, "enable", "--now", SystemFiles.PortSocket),
        ]);
    }

    /// <summary>Takes it away again.</summary>
    public SystemSetupEnding Uninstall(TextWriter output)
    {
        if (!OperatingSystem.IsLinux() || LinuxPeer.EffectiveUser() != 0)
        {
            return SystemSetupEnding.NotRoot;
        }

        var ending = Take(output, [
            new(Control, "disable", "--now", SystemFiles.PortSocket),
            new(Control, "stop", "eidauth-port.service"),
            new(Control, "--global", "disable", SystemFiles.UserSocket),
        ]);
        foreach (var file in SystemFiles.For(""))
        {
            File.Delete(Place(file.Path));
            output.WriteLine(file.Path);
        }

        return Take(output, [new(Control, "daemon-reload"), new("/usr/bin/rm", "-rf", "--one-file-system", "--", PortPlaces.Folder)]) == SystemSetupEnding.Done
            ? ending
            : SystemSetupEnding.StepFailed;
    }

    // Who is logged in already gets a folder now, the others at their login.
    private static IEnumerable<string> UsersNow() => Directory.Exists("/run/user")
        ? Directory.EnumerateDirectories("/run/user").Select(Path.GetFileName).OfType<string>().Where(name => name.All(char.IsAsciiDigit))
        : [];

    private static int RunProgram(SystemStep step)
    {
        using var process = Process.Start(new ProcessStartInfo(step.Program, step.Arguments));
        process!.WaitForExit();
        return process.ExitCode;
    }

    private SystemSetupEnding Take(TextWriter output, IEnumerable<SystemStep> steps)
    {
        // In a package, its own scripts do this on the computer where it is installed.
        if (!HasManager)
        {
            return SystemSetupEnding.Done;
        }

        var ending = SystemSetupEnding.Done;
        foreach (var step in steps)
        {
            output.WriteLine(step);
            ending = Run(step) == 0 ? ending : SystemSetupEnding.StepFailed;
        }

        return ending;
    }

    private string Place(string path) => Path.Join(Root, path);

    private void Write(SystemFile file)
    {
        var path = Place(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Readable);
        }
    }
}
