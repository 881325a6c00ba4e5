namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>The functions of credui.dll and ole32.dll that a question takes, as their headers have them.</summary>
internal unsafe interface ICredentialUi
{
    /// <summary>A service and a session without a desktop have no place for a dialog; the system would show it to nobody.</summary>
    bool HasDesktop { get; }

    /// <summary>CredPackAuthenticationBufferW.</summary>
    bool Pack(uint flags, char* userName, char* password, byte* packed, ref uint length);

    /// <summary>CredUIPromptForWindowsCredentialsW without its save box; it returns when the person closed the dialog.</summary>
    uint Ask(in CredentialUiInfo info, uint error, ref uint package, byte* packed, uint length, out nint answer, out uint answerLength, uint flags);

    /// <summary>CredUnPackAuthenticationBufferW; lengths count characters.</summary>
    bool Unpack(
        uint flags, nint answer, uint answerLength, char* userName, ref uint userNameLength, char* domain, ref uint domainLength, char* password, ref uint passwordLength);

    /// <summary>CoTaskMemFree.</summary>
    void Free(nint answer);
}
