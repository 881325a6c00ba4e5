using System.Runtime.InteropServices;
using System.Text;
using EidAgent.Prompts.WindowsCredentials;

namespace EidAuth.UnitTests.Prompts;

/// <summary>credui.dll as far as its documentation goes: what it is given is kept, what it hands out lies in memory that can be looked at after it was freed.</summary>
internal sealed class FakeCredentialUi : ICredentialUi
{
    private readonly Dictionary<nint, int> lengths = [];

    public bool HasDesktop { get; init; } = true;

    public bool CannotPack { get; init; }

    /// <summary>What the person types into each dialog; null presses Cancel.</summary>
    public Queue<string?> Typed { get; init; } = new();

    /// <summary>What the dialog returns when it cannot be shown.</summary>
    public uint? Failure { get; init; }

    /// <summary>Held until the test lets the person answer.</summary>
    public ManualResetEventSlim Answers { get; } = new(initialState: true);

    public List<string> Messages { get; } = [];

    public List<string> Captions { get; } = [];

    /// <summary>Size, parent, package, flags and the error of each dialog.</summary>
    public List<(uint Size, nint Parent, nint Banner, uint Error, uint Flags)> Calls { get; } = [];

    public string? PackedName { get; private set; }

    public int Freed { get; private set; }

    /// <summary>Every byte handed out is zero by the time it was freed.</summary>
    public bool AllZeroWhenFreed { get; private set; } = true;

    public bool Pack(uint flags, string userName, string password, Span<byte> packed, ref uint length)
    {
        PackedName = userName;
        var bytes = Encoding.Unicode.GetBytes(userName);
        if (CannotPack || bytes.Length > length || password.Length != 0)
        {
            return false;
        }

        bytes.CopyTo(packed);
        length = (uint)bytes.Length;
        return true;
    }

    public uint Ask(in CredentialUiInfo info, uint error, ref uint package, ReadOnlySpan<byte> packed, out nint answer, out uint answerLength, uint flags)
    {
        Xunit.Assert.Equal(PackedName, Encoding.Unicode.GetString(packed));
        Messages.Add(Marshal.PtrToStringUni(info.Message)!);
        Captions.Add(Marshal.PtrToStringUni(info.Caption)!);
        Calls.Add((info.Size, info.Parent, info.Banner, error, flags));
        Answers.Wait(TimeSpan.FromMinutes(2));
        (answer, answerLength) = (0, 0);
        if (Failure is { } failure)
        {
            return failure;
        }

        if (Typed.Dequeue() is not { } typed)
        {
            return 1223;
        }

        var bytes = Encoding.Unicode.GetBytes(typed);
        answer = Marshal.AllocHGlobal(Math.Max(1, bytes.Length));
        Marshal.Copy(bytes, 0, answer, bytes.Length);
        answerLength = (uint)bytes.Length;
        lengths[answer] = bytes.Length;
        return 0;
    }

    public bool Unpack(
        uint flags, nint answer, uint answerLength, Span<char> userName, ref uint userNameLength, Span<char> domain, ref uint domainLength, Span<char> password, ref uint passwordLength)
    {
        var typed = Encoding.Unicode.GetString(Given(answer, (int)answerLength));
        if (typed.Length + 1 > passwordLength)
        {
            return false;
        }

        (PackedName + "\0").CopyTo(userName);
        (typed + "\0").CopyTo(password);
        passwordLength = (uint)typed.Length + 1;
        return true;
    }

    public void Free(nint answer)
    {
        Freed++;
        AllZeroWhenFreed &= !Given(answer, lengths[answer]).AsSpan().ContainsAnyExcept((byte)0);
        Marshal.FreeHGlobal(answer);
    }

    private static byte[] Given(nint memory, int length)
    {
        var bytes = new byte[length];
        Marshal.Copy(memory, bytes, 0, length);
        return bytes;
    }
}
