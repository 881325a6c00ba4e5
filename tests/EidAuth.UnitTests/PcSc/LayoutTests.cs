using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

/// <summary>Sizes and offsets of the three systems' structures, as their headers have them. This is all that is known of two of them: they were never run.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public class LayoutTests
{
    private static readonly string[] Fields = ["Reader", "UserData", "CurrentState", "EventState", "AtrLength", "Atr"];

    [Fact]
    public void Scard_readerstate_of_pcsc_lite_has_80_bytes_and_the_atr_at_40()
    {
        Assert.SkipUnless(nint.Size == 8, "pcsc-lite's 32-bit layout is another");
        Assert.Equal(80, Unsafe.SizeOf<LinuxReaderState>());
        Assert.Equal([0, 8, 16, 24, 32, 40], Offsets<LinuxReaderState>());
        Assert.Equal(16, Unsafe.SizeOf<LinuxIoRequest>());
    }

    [Fact]
    public void Pcsc_lites_structures_follow_the_c_long_on_64_bits_and_on_32()
    {
        // Five longs, 33 bytes of ATR, filled up to a long.
        static int SizeWith(int width) => (((5 * width) + 33 + width - 1) / width) * width;
        Assert.Equal((80, 56), (SizeWith(8), SizeWith(4)));
        Assert.Equal(SizeWith(nint.Size), Unsafe.SizeOf<LinuxReaderState>());
        Assert.Equal(Enumerable.Range(0, 6).Select(i => i * nint.Size), Offsets<LinuxReaderState>());
        Assert.Equal(2 * nint.Size, Unsafe.SizeOf<LinuxIoRequest>());
    }

    [Fact]
    public void Scard_readerstate_of_windows_has_64_bytes_and_the_atr_at_28()
    {
        Assert.SkipUnless(nint.Size == 8, "Windows' 32-bit layout is another");
        Assert.Equal(64, Unsafe.SizeOf<WindowsReaderState>());
        Assert.Equal([0, 8, 16, 20, 24, 28], Offsets<WindowsReaderState>());
        Assert.Equal(36, Unsafe.SizeOf<WindowsReaderState.AtrBytes>());
    }

    [Fact]
    public void Windows_structures_hold_two_pointers_and_numbers_of_32_bits()
    {
        static int SizeWith(int width) => (2 * width) + (3 * 4) + 36;
        Assert.Equal((64, 56), (SizeWith(8), SizeWith(4)));
        Assert.Equal(SizeWith(nint.Size), Unsafe.SizeOf<WindowsReaderState>());
    }

    [Fact]
    public void Scard_readerstate_of_macos_is_packed_into_61_bytes_with_the_atr_at_28()
    {
        Assert.SkipUnless(nint.Size == 8, "macOS has 64 bits");
        Assert.Equal(61, Unsafe.SizeOf<MacReaderState>());
        Assert.Equal(61, Marshal.SizeOf<MacReaderState>());
        Assert.Equal([0, 8, 16, 20, 24, 28], Offsets<MacReaderState>());
        Assert.Equal(33, Unsafe.SizeOf<MacReaderState.AtrBytes>());

        // Several in a row, as a wait takes them.
        var states = new MacReaderState[2];
        Assert.Equal(61, Unsafe.ByteOffset(ref states[0], ref states[1]));
    }

    [Fact]
    public void Scard_io_request_of_windows_and_macos_has_8_bytes()
    {
        Assert.Equal(8, Unsafe.SizeOf<IoRequest32>());
        Assert.Equal(4, (int)Marshal.OffsetOf<IoRequest32>(nameof(IoRequest32.Length)));
    }

    [Fact]
    public void The_feature_request_is_42000D48_and_00313520_on_windows()
    {
        Assert.Equal(0x42000D48u, ControlCode.Elsewhere(3400));
        Assert.Equal(0x00313520u, ControlCode.OnWindows(3400));
        Assert.Equal(OperatingSystem.IsWindows() ? 0x00313520u : 0x42000D48u, ControlCode.GetFeatureRequest);
    }

    [Theory]
    [InlineData(0x8010001F, true, true, false)]
    [InlineData(0x80100022, true, true, true)]
    [InlineData(0x00000001, false, false, true)]
    [InlineData(0x00000032, false, false, true)]
    [InlineData(0x80100016, false, false, false)]
    [InlineData(0x00000000, false, false, false)]
    public void Each_system_says_unsupported_with_its_own_number(uint code, bool linux, bool mac, bool windows)
    {
        Assert.Equal(linux, new LinuxWinScard().IsUnsupported(code));
        Assert.Equal(mac, new MacWinScard().IsUnsupported(code));
        Assert.Equal(windows, new WindowsWinScard().IsUnsupported(code));
    }

    [Fact]
    public void Only_macos_announces_no_readers()
    {
        Assert.True(new LinuxWinScard().AnnouncesReaders);
        Assert.True(new WindowsWinScard().AnnouncesReaders);
        Assert.False(new MacWinScard().AnnouncesReaders);
    }

    private static IEnumerable<int> Offsets<T>() => Fields.Select(field => (int)Marshal.OffsetOf<T>(field));
}
