using System.Formats.Asn1;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Fuzzing;

/// <summary>Damage to DER reaches what lies inside: the lengths around it are right again.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class DerDamageTests
{
    [Fact]
    public void What_was_read_is_written_the_same()
    {
        // INTEGER 5, OCTET STRING { SEQUENCE { BOOLEAN TRUE } }, BIT STRING of one bit
        var bytes = Convert.FromHexString("300E" + "020105" + "0405" + "30030101FF" + "03020780");
        Assert.Equal(bytes, DerNode.Read(bytes)!.Single().Encode());
        Assert.Null(DerNode.Read(bytes.AsSpan(..^1)));
    }

    [Fact]
    public void Lengths_of_the_parents_follow()
    {
        var root = DerNode.Read(Convert.FromHexString("30080406" + "3004" + "04020102"))!.Single();
        root.Parts![0].Parts![0].Parts![0].Contents = new byte[200];

        Assert.Equal("3081D1" + "0481CE" + "3081CB" + "0481C8" + new string('0', 400), Convert.ToHexString(root.Encode()));
    }

    [Theory]
    [InlineData(DerLength.OneByte, "308102AABB")]
    [InlineData(DerLength.TwoBytes, "30820002AABB")]
    [InlineData(DerLength.FourBytes, "308400000002AABB")]
    [InlineData(DerLength.Indefinite, "3080AABB0000")]
    [InlineData(DerLength.Open, "3080AABB")]
    [InlineData(DerLength.TooShort, "3001AABB")]
    [InlineData(DerLength.TooLong, "3003AABB")]
    [InlineData(DerLength.Huge, "30847FFFFFFFAABB")]
    public void A_length_can_be_written_wrongly(DerLength length, string hex) =>
        Assert.Equal(hex, Convert.ToHexString(new DerNode(0x30, [0xAA, 0xBB]) { Length = length }.Encode()));

    [Fact]
    public void Most_damaged_trees_are_still_der_and_some_are_deep_or_long()
    {
        var damage = new DerDamage([Convert.FromHexString("3011" + "020105" + "0405" + "30030101FF" + "0305" + "00" + "30020500")]);
        var inputs = Enumerable.Range(0, 3_000).Select(number => damage.Make(new Dice(1, number)).Encode()).ToList();

        Assert.InRange(inputs.Count(IsElement), 1_500, 2_990);
        Assert.Contains(inputs, input => input.Length > 16 * 1024);
        Assert.Contains(inputs, input => input.AsSpan().IndexOf(Convert.FromHexString("0481")) >= 0);
    }

    [Fact]
    public void Signing_again_goes_from_the_inside_out()
    {
        // A signed structure within the signed part of another: the outer signature is over the new inner one.
        var small = new DerNode(0x30, [Three(), Empty(0x30), new DerNode(0x03, [0])]);
        var root = new DerNode(0x30, [new DerNode(0x30, new List<DerNode> { small, Empty(0x05), Empty(0x05) }), Empty(0x30), new DerNode(0x03, [0])]);
        var signed = new List<int>();

        DerSigning.SignAgain(root, (bytes, _) =>
        {
            signed.Add(bytes.Length);
            return [0xAB, 0xCD];
        });

        Assert.Equal([8, 23], signed);
    }

    private static DerNode Three() => new(0x30, [Empty(0x05), Empty(0x05), Empty(0x05)]);

    private static DerNode Empty(byte tag) => new(tag, Array.Empty<byte>());

    private static bool IsElement(byte[] input)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(input, AsnEncodingRules.DER, out _, out _, out var consumed);
            return consumed == input.Length;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
