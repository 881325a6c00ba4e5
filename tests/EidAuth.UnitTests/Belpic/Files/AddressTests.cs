using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

[Trait("Group", TestGroup.Card)]
public class AddressTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(91)]
    public void Three_fields_and_zeros(int padding)
    {
        var file = Fields.Address.Bytes(padding);
        Assert.True(Address.TryParse(file, out var address));
        Assert.Equal(("Bloemenlaan 12", "9000", "Gent"), (address!.Street, address.Zip, address.Municipality));
        Assert.Equal(file, address.Raw.ToArray());
        Assert.Equal(3, address.Fields.Count);
        Assert.Equal("Address", address.ToString());
    }

    [Fact]
    public void A_street_padded_with_blanks_is_shown_without_and_kept_with_them()
    {
        var file = Fields.Address.Set(0x01, "Rue de la Loi 16".PadRight(42)).Bytes();
        Assert.True(Address.TryParse(file, out var address));
        Assert.Equal("Rue de la Loi 16", address!.Street);
        Assert.Equal(42, address.Fields[0].Value.Length);
        Assert.Equal(file, address.Raw.ToArray());
    }

    [Fact]
    public void Empty_fields_and_the_version_are_taken()
    {
        Assert.True(Address.TryParse(Fields.Address.First(0x00, 0x00, 0x02).Set(0x01, "").Set(0x03, "").Bytes(80), out var address));
        Assert.Equal(("", "9000", ""), (address!.Street, address.Zip, address.Municipality));
    }

    [Fact]
    public void An_unknown_field_is_kept()
    {
        Assert.True(Address.TryParse(Fields.Address.Set(0x04, "bus 3").Bytes(10), out var address));
        Assert.Equal(0x04, address!.Fields[^1].Tag);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x02)]
    [InlineData(0x03)]
    public void Each_field_must_be_there_and_be_text(byte tag)
    {
        Assert.False(Address.TryParse(Fields.Address.Without(tag).Bytes(50), out _));
        Assert.False(Address.TryParse(Fields.Address.Set(tag, [0xC3]).Bytes(50), out _));
    }

    [Fact]
    public void A_field_that_comes_twice_or_behind_the_zeros_is_refused()
    {
        Assert.False(Address.TryParse(Fields.Address.Last(0x02, 0x31).Bytes(), out _));
        Assert.False(Address.TryParse((byte[])[.. Fields.Address.Bytes(20), 0x04, 0x00], out _));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var file = Fields.Address.Bytes();
        for (var length = 0; length < file.Length; length++)
        {
            Assert.False(Address.TryParse(file.AsMemory(0, length), out var address));
            Assert.Null(address);
        }
    }

    [Fact]
    public void A_file_longer_than_any_is_refused() => Assert.False(Address.TryParse(Fields.Address.Bytes(5000), out _));
}
