namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>The functions of credui.dll and ole32.dll that a question takes, as their headers have them; spans are the buffers themselves, never copies.</summary>
internal interface ICredentialUi
{
    /// <summary>A service and a session without a desktop have no place for a dialog; the system would show it to nobody.</summary>
    bool HasDesktop { get; }

    /// <summary>CredPackAuthenticationBufferW; the length counts bytes.</summary>
    bool Pack(uint flags, string userName, string password, Span<byte> packed, ref uint length);

    /// <summary>CredUIPromptForWindowsCredentialsW without its save box; it returns when the person closed the dialog.</summary>
    uint Ask(in CredentialUiInfo info, uint error, ref uint package, ReadOnlySpan<byte> packed, out nint answer, out uint answerLength, uint flags);

    /// <summary>CredUnPackAuthenticationBufferW; lengths count characters.</summary>
    bool Unpack(
        uint flags, nint answer, uint answerLength, Span<char> userName, ref uint userNameLength, Span<char> domain, ref uint domainLength, Span<char> password, ref uint passwordLength);

    /// <summary>CoTaskMemFree.</summary>
    void Free(nint answer);
}
