using System.Runtime.Versioning;
using Microsoft.Win32;

namespace EidAgent.Service.Installation;

/// <summary>A value that Windows starts with the session. The command line is tested; on Windows it was never run.</summary>
[SupportedOSPlatform("windows")]
internal sealed class RunKeyEntry(AgentProgram program) : IStartEntry
{
    public const string Key = @"Software\Microsoft\Windows\CurrentVersion\Run";
    public const string Value = "EidAuthAgent";

    public StartMethod Method => StartMethod.RunKey;

    public bool IsInstalled
    {
        get
        {
            using var key = Registry.CurrentUser.OpenSubKey(Key);
            return key?.GetValue(Value) as string == RunKeyCommand.Of(program);
        }
    }

    public IReadOnlyList<string> Install()
    {
        if (IsInstalled)
        {
            return [];
        }

        using var key = Registry.CurrentUser.CreateSubKey(Key);
        key.SetValue(Value, RunKeyCommand.Of(program), RegistryValueKind.String);
        return [$@"HKEY_CURRENT_USER\{Key}\{Value}"];
    }

    public IReadOnlyList<string> Uninstall()
    {
        using var key = Registry.CurrentUser.OpenSubKey(Key, writable: true);
        if (key?.GetValue(Value) is null)
        {
            return [];
        }

        key.DeleteValue(Value);
        return [$@"HKEY_CURRENT_USER\{Key}\{Value}"];
    }
}
