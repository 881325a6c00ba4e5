using System.Runtime.InteropServices;

namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>credui.dll as wincred.h declares it: DWORD, ULONG and BOOL have 32 bits, texts are UTF-16. Written from the documentation; never run.</summary>
internal sealed unsafe partial class CredentialUi : ICredentialUi
{
    private const string Library = "credui.dll";

    public bool HasDesktop => Environment.UserInteractive;

    public bool Pack(uint flags, string userName, string password, Span<byte> packed, ref uint length)
    {
        fixed (char* name = userName, secret = password)
        fixed (byte* into = packed)
        {
            return CredPackAuthenticationBufferW(flags, name, secret, into, ref length) != 0;
        }
    }

    public uint Ask(in CredentialUiInfo info, uint error, ref uint package, ReadOnlySpan<byte> packed, out nint answer, out uint answerLength, uint flags)
    {
        fixed (byte* first = packed)
        {
            return CredUIPromptForWindowsCredentialsW(in info, error, ref package, first, (uint)packed.Length, out answer, out answerLength, 0, flags);
        }
    }

    public bool Unpack(
        uint flags, nint answer, uint answerLength, Span<char> userName, ref uint userNameLength, Span<char> domain, ref uint domainLength, Span<char> password, ref uint passwordLength)
    {
        fixed (char* name = userName, place = domain, secret = password)
        {
            return CredUnPackAuthenticationBufferW(flags, answer, answerLength, name, ref userNameLength, place, ref domainLength, secret, ref passwordLength) != 0;
        }
    }

    public void Free(nint answer) => CoTaskMemFree(answer);

    [LibraryImport(Library)]
    private static partial int CredPackAuthenticationBufferW(uint flags, char* userName, char* password, byte* packed, ref uint length);

    [LibraryImport(Library)]
    private static partial uint CredUIPromptForWindowsCredentialsW(
        in CredentialUiInfo info, uint error, ref uint package, byte* packed, uint length, out nint answer, out uint answerLength, nint save, uint flags);

    [LibraryImport(Library)]
    private static partial int CredUnPackAuthenticationBufferW(
        uint flags, nint answer, uint answerLength, char* userName, ref uint userNameLength, char* domain, ref uint domainLength, char* password, ref uint passwordLength);

    [LibraryImport("ole32.dll")]
    private static partial void CoTaskMemFree(nint memory);
}
