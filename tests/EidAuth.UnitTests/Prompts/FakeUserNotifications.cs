using EidAgent.Prompts.MacNotifications;

namespace EidAuth.UnitTests.Prompts;

/// <summary>Core Foundation as far as its headers go: objects are numbers, and what was created must be released.</summary>
internal sealed class FakeUserNotifications : IUserNotifications
{
    private readonly Dictionary<nint, string> texts = [];
    private nint last = 1000;

    /// <summary>What is typed into each dialog.</summary>
    public Queue<string?> Typed { get; init; } = new();

    /// <summary>The response of each dialog: 0 OK, 1 Cancel, 3 none.</summary>
    public nuint Response { get; init; }

    /// <summary>Not 0: the dialog cannot be shown.</summary>
    public int Error { get; init; }

    public bool NoDictionary { get; init; }

    /// <summary>No response comes until the dialog is taken away.</summary>
    public bool NobodyThere { get; init; }

    public List<Dictionary<string, string>> Shown { get; } = [];

    public List<(double Timeout, nuint Flags)> Flags { get; } = [];

    public HashSet<nint> Living { get; } = [];

    public int Cancelled { get; private set; }

    /// <summary>How many characters were read out of the system's texts.</summary>
    public int Read { get; private set; }

    public nint CreateString(string text)
    {
        var made = New();
        texts[made] = text;
        return made;
    }

    public nint CreateDictionary(ReadOnlySpan<nint> keys, ReadOnlySpan<nint> values)
    {
        if (NoDictionary)
        {
            return 0;
        }

        var shown = new Dictionary<string, string>();
        for (var at = 0; at < keys.Length; at++)
        {
            shown[texts[keys[at]]] = texts[values[at]];
        }

        Shown.Add(shown);
        return New();
    }

    public nint Create(double timeout, nuint flags, out int error, nint parameters)
    {
        Flags.Add((timeout, flags));
        error = Error;
        return Error == 0 ? New() : 0;
    }

    public int Receive(nint notification, double timeout, out nuint response)
    {
        // The bits above are the system's own.
        response = Response | 0x100;
        return NobodyThere ? -1 : 0;
    }

    public nint ResponseValue(nint notification, nint key, nint index)
    {
        if (texts[key] != "TextFieldValues" || index != 0 || Typed.Dequeue() is not { } typed)
        {
            return 0;
        }

        texts[1] = typed;
        return 1;
    }

    public int Cancel(nint notification)
    {
        Cancelled++;
        return 0;
    }

    public nint Length(nint text) => texts[text].Length;

    public void Characters(nint text, Span<char> into)
    {
        Read += into.Length;
        texts[text].CopyTo(into);
    }

    public void Release(nint value) => Xunit.Assert.True(Living.Remove(value), "released twice, or never made");

    private nint New()
    {
        Living.Add(++last);
        return last;
    }
}
