using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EidAgent.Data;
using EidAgent.Ports;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Ports;

/// <summary>Sizes and offsets of what is passed to the kernel, as its headers have them.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class PortLayoutTests
{
    public PortLayoutTests() => Assert.SkipUnless(nint.Size == 8, "the 32-bit layouts are others");

    [Fact]
    public void Msghdr_has_56_bytes()
    {
        Assert.Equal(56, Unsafe.SizeOf<LinuxMessages.MessageHeader>());
        Assert.Equal([0, 8, 16, 24, 32, 40, 48], Offsets<LinuxMessages.MessageHeader>("Name", "NameLength", "Parts", "PartCount", "Control", "ControlLength", "Flags"));
        Assert.Equal(16, Unsafe.SizeOf<LinuxMessages.Part>());
    }

    [Fact]
    public void A_control_message_with_one_descriptor_is_20_bytes_long_and_takes_24()
    {
        Assert.Equal(16, Unsafe.SizeOf<LinuxMessages.ControlHeader>());
        Assert.Equal([0, 8, 12], Offsets<LinuxMessages.ControlHeader>("Length", "Level", "Kind"));
        Assert.Equal(24, Unsafe.SizeOf<LinuxMessages.OneDescriptor>());
        Assert.Equal(20u, LinuxMessages.OneDescriptor.Length);
        Assert.Equal([0, 16], Offsets<LinuxMessages.OneDescriptor>("Header", "Descriptor"));
    }

    [Fact]
    public void Ucred_has_12_bytes() => Assert.Equal(12, Unsafe.SizeOf<PeerCredentials>());

    [Fact]
    public void Statx_has_256_bytes_with_owner_group_and_mode_at_20_24_and_28()
    {
        Assert.Equal(256, Unsafe.SizeOf<LinuxPath.Look>());
        Assert.Equal([20, 24, 28], Offsets<LinuxPath.Look>("Owner", "Group", "Mode"));
    }

    private static int[] Offsets<T>(params string[] fields) => [.. fields.Select(field => (int)Marshal.OffsetOf<T>(field))];
}
