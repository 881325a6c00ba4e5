using System.Runtime.InteropServices;
using System.Text;
using EidAuth.Testing.Pcsc;

namespace EidAuth.IntegrationTests.PcSc;

/// <summary>
/// Which PC/SC service this process speaks to. libpcsclite reads PCSCLITE_CSOCK_NAME once, through C's getenv, at its first call: so it is given a link, and
/// the link is pointed at one private service after the other. Tests that use it share <see cref="Collection"/>, since there is only one link.
/// </summary>
internal static class ServiceAddress
{
    internal const string Collection = "the PC/SC service of this process";

    private static readonly Lazy<string> Link = new(Make);

    internal static void PointAt(PrivatePcscd pcscd)
    {
        File.Delete(Link.Value);
        File.CreateSymbolicLink(Link.Value, pcscd.SocketPath);
    }

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-pcsc-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var link = Path.Combine(folder.FullName, "pcscd.comm");
        return SetEnvironment("PCSCLITE_CSOCK_NAME\0"u8.ToArray(), Encoding.UTF8.GetBytes(link + '\0'), 1) == 0
            ? link
            : throw new InvalidOperationException("setenv failed");
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(byte[] name, byte[] value, int overwrite);
}
