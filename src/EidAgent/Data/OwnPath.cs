using EidAgent.Peer;

namespace EidAgent.Data;

/// <summary>Whether a path is what it should be: a plain file or folder of this user.</summary>
internal static class OwnPath
{
    /// <summary>False when nothing is there.</summary>
    /// <exception cref="KeepingException">Something is there that is not ours or not plain.</exception>
    public static bool Check(string path, bool isFolder)
    {
        FileSystemInfo info = isFolder ? new DirectoryInfo(path) : new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            throw new KeepingException(KeepingFault.NotAPlainFile);
        }

        if (!info.Exists)
        {
            return Path.Exists(path) ? throw new KeepingException(KeepingFault.NotAPlainFile) : false;
        }

        using var held = OperatingSystem.IsLinux() ? LinuxPath.Hold(path) : null;
        if (held is not null && held.Owner != LinuxPeer.EffectiveUser())
        {
            throw new KeepingException(KeepingFault.ForeignOwner);
        }

        return true;
    }
}
