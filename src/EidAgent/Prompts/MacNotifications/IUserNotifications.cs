namespace EidAgent.Prompts.MacNotifications;

/// <summary>The functions of CoreFoundation that a question takes, as CFUserNotification.h and CFString.h have them. What is created is released by the caller.</summary>
internal interface IUserNotifications
{
    /// <summary>CFStringCreateWithCharacters.</summary>
    nint CreateString(string text);

    /// <summary>CFDictionaryCreate with the callbacks for Core Foundation's own types; 0 when it cannot.</summary>
    nint CreateDictionary(ReadOnlySpan<nint> keys, ReadOnlySpan<nint> values);

    /// <summary>CFUserNotificationCreate; 0 where there is nobody to show it to.</summary>
    /// <param name="timeout">Seconds; 0 for none.</param>
    /// <param name="flags">Alert level, buttons, secure fields.</param>
    /// <param name="error">Not 0: it is not shown.</param>
    /// <param name="parameters">The dictionary.</param>
    nint Create(double timeout, nuint flags, out int error, nint parameters);

    /// <summary>CFUserNotificationReceiveResponse: not 0 while there is no response.</summary>
    int Receive(nint notification, double timeout, out nuint response);

    /// <summary>CFUserNotificationGetResponseValue; 0 when there is none. Not to be released.</summary>
    nint ResponseValue(nint notification, nint key, nint index);

    /// <summary>CFUserNotificationCancel: takes the dialog away.</summary>
    int Cancel(nint notification);

    /// <summary>CFStringGetLength, in UTF-16 units.</summary>
    nint Length(nint text);

    /// <summary>CFStringGetCharacters from the beginning.</summary>
    void Characters(nint text, Span<char> into);

    /// <summary>CFRelease.</summary>
    void Release(nint value);
}
