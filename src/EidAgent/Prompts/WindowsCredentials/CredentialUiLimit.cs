namespace EidAgent.Prompts.WindowsCredentials;

/// <summary>Numbers of wincred.h and winerror.h.</summary>
internal static class CredentialUiLimit
{
    /// <summary>CREDUI_MAX_MESSAGE_LENGTH.</summary>
    public const int Message = 1024;

    /// <summary>CREDUI_MAX_CAPTION_LENGTH.</summary>
    public const int Caption = 128;

    /// <summary>CREDUI_MAX_USERNAME_LENGTH: CRED_MAX_USERNAME_LENGTH, 256 + 1 + 256.</summary>
    public const int UserName = 513;

    /// <summary>CREDUI_MAX_DOMAIN_TARGET_LENGTH: DNS_MAX_NAME_LENGTH and more; CRED_MAX_DOMAIN_TARGET_NAME_LENGTH, 256 + 1 + 80.</summary>
    public const int Domain = 337;

    /// <summary>CREDUI_MAX_PASSWORD_LENGTH: CRED_MAX_CREDENTIAL_BLOB_SIZE of old, 512 bytes of UTF-16.</summary>
    public const int Password = 256;

    /// <summary>CREDUIWIN_GENERIC: name and password are taken as they are typed, for this program alone; no credential provider judges them.</summary>
    public const uint Generic = 0x1;

    /// <summary>NO_ERROR.</summary>
    public const uint Done = 0;

    /// <summary>ERROR_CANCELLED.</summary>
    public const uint Cancelled = 1223;
}
