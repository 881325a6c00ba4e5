using System.Runtime.InteropServices;

namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>credui.dll as wincred.h declares it: DWORD, ULONG and BOOL have 32 bits, texts are UTF-16. Written from the documentation; never run.</summary>
internal sealed unsafe partial class CredentialUi : ICredentialUi
{
    private const string Library = "credui.dll";

    public bool HasDesktop => Environment.UserInteractive;

    public bool Pack(uint flags, char* userName, char* password, byte* packed, ref uint length) =>
        CredPackAuthenticationBufferW(flags, userName, password, packed, ref length) != 0;

    public uint Ask(in CredentialUiInfo info, uint error, ref uint package, byte* packed, uint length, out nint answer, out uint answerLength, uint flags) =>
        CredUIPromptForWindowsCredentialsW(in info, error, ref package, packed, length, out answer, out answerLength, 0, flags);

    public bool Unpack(
        uint flags, nint answer, uint answerLength, char* userName, ref uint userNameLength, char* domain, ref uint domainLength, char* password, ref uint passwordLength) =>
        CredUnPackAuthenticationBufferW(flags, answer, answerLength, userName, ref userNameLength, domain, ref domainLength, password, ref passwordLength) != 0;

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
