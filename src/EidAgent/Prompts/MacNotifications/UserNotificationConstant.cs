namespace EidAgent.Prompts.MacNotifications;

/// <summary>Numbers of CFUserNotification.h, and the texts that its keys stand for (CONST_STRING_DECL in CFUserNotification.c).</summary>
internal static class UserNotificationConstant
{
    /// <summary>kCFUserNotificationPlainAlertLevel.</summary>
    public const nuint Plain = 3;

    /// <summary>CFUserNotificationSecureTextField(0).</summary>
    public const nuint FirstFieldIsSecure = 1u << 16;

    /// <summary>The response is in these bits.</summary>
    public const nuint ResponseMask = 0x3;

    /// <summary>kCFUserNotificationDefaultResponse.</summary>
    public const nuint DefaultButton = 0;

    public const string Header = "AlertHeader";

    public const string Message = "AlertMessage";

    public const string DefaultTitle = "DefaultButtonTitle";

    public const string AlternateTitle = "AlternateButtonTitle";

    public const string FieldTitles = "TextFieldTitles";

    public const string FieldValues = "TextFieldValues";
}
