using System.Runtime.InteropServices;

namespace EidAgent.Prompts.MacNotifications;

/// <summary>CoreFoundation: CFIndex and CFOptionFlags are as wide as a pointer, SInt32 has 32 bits, CFTimeInterval is a double. Written from the headers; never run.</summary>
internal sealed unsafe partial class UserNotifications : IUserNotifications
{
    private const string Library = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    public nint CreateString(string text)
    {
        fixed (char* characters = text)
        {
            return CFStringCreateWithCharacters(0, characters, text.Length);
        }
    }

    public nint CreateDictionary(ReadOnlySpan<nint> keys, ReadOnlySpan<nint> values)
    {
        var library = NativeLibrary.Load(Library);
        fixed (nint* firstKey = keys, firstValue = values)
        {
            return CFDictionaryCreate(
                0, firstKey, firstValue, keys.Length,
                NativeLibrary.GetExport(library, "kCFTypeDictionaryKeyCallBacks"), NativeLibrary.GetExport(library, "kCFTypeDictionaryValueCallBacks"));
        }
    }

    public nint Create(double timeout, nuint flags, out int error, nint parameters) => CFUserNotificationCreate(0, timeout, flags, out error, parameters);

    public int Receive(nint notification, double timeout, out nuint response) => CFUserNotificationReceiveResponse(notification, timeout, out response);

    public nint ResponseValue(nint notification, nint key, nint index) => CFUserNotificationGetResponseValue(notification, key, index);

    public int Cancel(nint notification) => CFUserNotificationCancel(notification);

    public nint Length(nint text) => CFStringGetLength(text);

    public void Characters(nint text, Span<char> into)
    {
        fixed (char* characters = into)
        {
            CFStringGetCharacters(text, new StringRange { Location = 0, Length = into.Length }, characters);
        }
    }

    public void Release(nint value) => CFRelease(value);

    [LibraryImport(Library)]
    private static partial nint CFStringCreateWithCharacters(nint allocator, char* characters, nint count);

    [LibraryImport(Library)]
    private static partial nint CFStringGetLength(nint text);

    [LibraryImport(Library)]
    private static partial void CFStringGetCharacters(nint text, StringRange range, char* into);

    [LibraryImport(Library)]
    private static partial nint CFDictionaryCreate(nint allocator, nint* keys, nint* values, nint count, nint keyCallbacks, nint valueCallbacks);

    [LibraryImport(Library)]
    private static partial nint CFUserNotificationCreate(nint allocator, double timeout, nuint flags, out int error, nint parameters);

    [LibraryImport(Library)]
    private static partial int CFUserNotificationReceiveResponse(nint notification, double timeout, out nuint response);

    [LibraryImport(Library)]
    private static partial nint CFUserNotificationGetResponseValue(nint notification, nint key, nint index);

    [LibraryImport(Library)]
    private static partial int CFUserNotificationCancel(nint notification);

    [LibraryImport(Library)]
    private static partial void CFRelease(nint value);
}
