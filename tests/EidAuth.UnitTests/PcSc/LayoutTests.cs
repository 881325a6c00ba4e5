using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
public class LayoutTests
{
    [Fact]
    public void Scard_readerstate_of_pcsc_lite_has_80_bytes_and_the_atr_at_40()
    {
        Assert.SkipUnless(nint.Size == 8, "pcsc-lite's 32-bit layout is another");
        Assert.Equal(80, Unsafe.SizeOf<LinuxReaderState>());
        Assert.Equal(16, Offset(nameof(LinuxReaderState.CurrentState)));
        Assert.Equal(24, Offset(nameof(LinuxReaderState.EventState)));
        Assert.Equal(32, Offset(nameof(LinuxReaderState.AtrLength)));
        Assert.Equal(40, Offset(nameof(LinuxReaderState.Atr)));
        Assert.Equal(16, Unsafe.SizeOf<LinuxIoRequest>());
    }

    [Fact]
    public void The_feature_request_of_pcsc_lite_is_42000D48()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows counts control codes differently");
        Assert.Equal(0x42000D48u, ControlCode.GetFeatureRequest);
    }

    private static int Offset(string field) => (int)Marshal.OffsetOf<LinuxReaderState>(field);
}
