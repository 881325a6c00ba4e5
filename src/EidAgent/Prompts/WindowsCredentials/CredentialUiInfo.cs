using System.Runtime.InteropServices;

namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>CREDUI_INFOW of wincred.h: 40 bytes on 64 bits, 20 on 32.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CredentialUiInfo
{
    /// <summary>cbSize: the size of this structure.</summary>
    public uint Size;

    /// <summary>hwndParent: null, the dialog belongs to no window and stands in the middle of the screen.</summary>
    public nint Parent;

    /// <summary>pszMessageText: at most <see cref="CredentialUiLimit.Message"/> characters and a NUL.</summary>
    public nint Message;

    /// <summary>pszCaptionText: at most <see cref="CredentialUiLimit.Caption"/> characters and a NUL.</summary>
    public nint Caption;

    /// <summary>hbmBanner: not looked at by this function.</summary>
    public nint Banner;
}
