using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>A part of a file is never taken for the whole, whatever the card, the reader or the driver do with an answer.</summary>
[Trait("Group", TestGroup.Card)]
#pragma warning disable CA1001 // The card is a script: there is nothing to let go.
public class WholeFileTests
#pragma warning restore CA1001
{
    private const string SelectIdentity = "00A4080C063F00DF014031";
    private const string SelectAddress = "00A4080C063F00DF014033";
    private const string SelectPhoto = "00A4080C063F00DF014035";
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 595).Select(i => (byte)(i % 251)), 0xFF, 0xD9];
    private static readonly byte[] Identity = Fields.Identity.Bytes();
    private static readonly byte[] Identity18 = Fields.Identity.Set(0x1A, new byte[48]).Bytes();
    private static readonly byte[] Address = Fields.Address.Bytes(121 - Fields.Address.Bytes().Length);

    private readonly ScriptedCard card = new ScriptedCard().Open18();

    [Fact]
    public void The_card_names_the_end_and_nothing_more_is_asked()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Photo, 0, 256)).On(Ask(256), Data(Photo, 256, 256)).On(Ask(512), "6C58").On(Ask(512, 88), Data(Photo, 512, 88));
        Assert.Equal(Photo, ReadPhoto());
    }

    [Fact]
    public void A_reader_that_resolves_6c_shows_a_short_answer_and_the_photo_its_end()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Photo, 0, 256)).On(Ask(256), Data(Photo, 256, 256)).On(Ask(512), Data(Photo, 512, 88));
        Assert.Equal(Photo, ReadPhoto());
    }

    [Fact]
    public void A_photo_of_whole_chunks_ends_at_6b00()
    {
        byte[] photo = [.. Photo[..254], 0xFF, 0xD9];
        card.On(SelectPhoto, "9000").On(Ask(0), Data(photo, 0, 256)).On(Ask(256), "6B00");
        Assert.Equal(photo, ReadPhoto());
    }

    [Fact]
    public void A_photo_with_zeros_behind_it_ends_where_the_card_says_so_or_twice_the_same()
    {
        byte[] photo = [.. Photo, .. new byte[20]];
        card.On(SelectPhoto, "9000").On(Ask(0), Data(photo, 0, 256)).On(Ask(256), Data(photo, 256, 256)).On(Ask(512), Data(photo, 512, 108)).On(Ask(512), Data(photo, 512, 108));
        Assert.Equal(photo, ReadPhoto());
    }

    [Theory]
    [InlineData("6B00")]
    [InlineData("9000")]
    [InlineData("0102 9000")]
    public void What_ends_too_early_is_asked_for_once_more(string answer)
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Photo, 0, 256)).On(Ask(256), answer).On(Ask(256), Data(Photo, 256, 256)).On(Ask(512), Data(Photo, 512, 88));
        Assert.Equal(Photo, ReadPhoto());
    }

    [Fact]
    public void An_answer_that_was_cut_is_asked_for_once_more_at_each_place()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Photo, 0, 128)).On(Ask(0), Data(Photo, 0, 256)).On(Ask(256), Data(Photo, 256, 128)).On(Ask(256), Data(Photo, 256, 256))
            .On(Ask(512), "6C58").On(Ask(512, 88), Data(Photo, 512, 44)).On(Ask(512), "6C58").On(Ask(512, 88), Data(Photo, 512, 88));
        Assert.Equal(Photo, ReadPhoto());
    }

    [Fact]
    public void A_file_that_ends_too_early_twice_is_a_fault()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Photo, 0, 256)).On(Ask(256), "6B00").On(Ask(256), "6B00");
        Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Photo));
    }

    [Fact]
    public void Second_looks_are_few()
    {
        card.On(SelectPhoto, "9000");
        byte[] photo = [0xFF, 0xD8, .. new byte[2000]];
        for (var offset = 0; offset < 768; offset += 256)
        {
            card.On(Ask(offset), "6B00").On(Ask(offset), Data(photo, offset, 256));
        }

        card.On(Ask(768), "6B00");
        Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Photo));
    }

    [Fact]
    public void A_photo_is_a_jpeg()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), Data(Identity18, 0, Identity18.Length));
        Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Photo));
    }

    [Theory]
    [InlineData("0000009000", 1)]
    [InlineData("6B00", 2)]
    public void An_empty_photo_is_none(string answer, int looks)
    {
        card.On(SelectPhoto, "9000");
        for (var look = 0; look < looks; look++)
        {
            card.On(Ask(0), answer);
        }

        Assert.Null(ReadPhoto());
    }

    [Fact]
    public void A_file_without_end_is_given_up()
    {
        card.On(SelectPhoto, "9000");
        byte[] photo = [0xFF, 0xD8, .. new byte[0x4000]];
        for (var offset = 0; offset < 0x4000; offset += 256)
        {
            card.On(Ask(offset), Data(photo, offset, 256));
        }

        Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Photo));
    }

    [Fact]
    public void A_short_identity_of_1_8_that_ends_with_its_last_field_is_whole()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), Data(Identity18, 0, Identity18.Length));
        Assert.Equal(Identity18, ReadIdentity());
    }

    [Fact]
    public void A_short_identity_that_could_go_on_is_looked_at_twice()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), Data(Identity, 0, Identity.Length)).On(Ask(0), Data(Identity, 0, Identity.Length));
        Assert.Equal(Identity, ReadIdentity());
    }

    [Fact]
    public void A_field_that_was_lost_at_the_first_look_is_found()
    {
        // Cut exactly behind a field, the first answer reads like a whole file.
        var whole = Fields.Identity.Set(0x12, "01").Bytes();
        card.On(SelectIdentity, "9000").On(Ask(0), Data(Identity, 0, Identity.Length)).On(Ask(0), Data(whole, 0, whole.Length)).On(Ask(0), Data(whole, 0, whole.Length));
        Assert.Equal(whole, ReadIdentity());
    }

    [Fact]
    public void A_length_that_the_card_names_needs_no_second_look()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), $"6C{Identity.Length:X2}").On(Ask(0, Identity.Length), Data(Identity, 0, Identity.Length));
        Assert.Equal(Identity, ReadIdentity());
    }

    [Fact]
    public void A_named_length_that_does_not_come_is_no_end()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), $"6C{Identity.Length:X2}").On(Ask(0, Identity.Length), Data(Identity, 0, 90))
            .On(Ask(0), $"6C{Identity.Length:X2}").On(Ask(0, Identity.Length), Data(Identity, 0, Identity.Length));
        Assert.Equal(Identity, ReadIdentity());
    }

    [Fact]
    public void A_long_identity_takes_two_chunks()
    {
        var file = Fields.Identity.Set(0x07, new string('n', 100)).Set(0x1A, new byte[48]).Bytes();
        card.On(SelectIdentity, "9000").On(Ask(0), Data(file, 0, 256)).On(Ask(256), $"6C{file.Length - 256:X2}").On(Ask(256, file.Length - 256), Data(file, 256, file.Length - 256));
        Assert.Equal(file, ReadIdentity());
    }

    [Fact]
    public void An_identity_that_is_none_is_a_fault()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), "6C0A").On(Ask(0, 10), "01020304050607080910 9000").On(Ask(0), "6C0A").On(Ask(0, 10), "01020304050607080910 9000");
        Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Identity));
    }

    [Fact]
    public void The_usual_address_is_one_command()
    {
        card.On(SelectAddress, "9000").On(Ask(0, 121), Data(Address, 0, 121));
        Assert.Equal(Address, ReadAddress());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_old_address_is_117_bytes(bool readerResolves)
    {
        card.On(SelectAddress, "9000");
        _ = readerResolves ? card.On(Ask(0, 121), Data(Address, 0, 117)) : card.On(Ask(0, 121), "6C75").On(Ask(0, 117), Data(Address, 0, 117));
        Assert.Equal(Address[..117], ReadAddress());
    }

    [Fact]
    public void An_address_of_unknown_length_is_looked_at_twice_or_read_on()
    {
        card.On(SelectAddress, "9000").On(Ask(0, 121), Data(Address, 0, 60)).On(Ask(0, 121), Data(Address, 0, 121));
        Assert.Equal(Address, ReadAddress());
        var full = Fields.Address.Set(0x01, new string('s', 107)).Bytes();
        Assert.Equal(121, full.Length);
        card.On(SelectAddress, "9000").On(Ask(0, 121), Data(full, 0, 121)).On(Ask(121), "6B00").On(Ask(121), "6B00");
        Assert.Equal(full, session!.ReadContent(CardParts.Address).Address!.Raw.ToArray());
    }

    [Fact]
    public void An_address_of_zeros_is_none()
    {
        card.On(SelectAddress, "9000").On(Ask(0, 121), Data(new byte[121], 0, 121));
        Assert.Null(ReadAddress());
    }

    [Theory]
    [InlineData("6700")]
    [InlineData("6F00")]
    [InlineData("")]
    public void A_reader_that_cannot_carry_256_bytes_is_asked_for_fewer(string refusal)
    {
        card.On(SelectPhoto, "9000").On(Ask(0), refusal).On(Ask(0, 252), Data(Photo, 0, 252)).On(Ask(252, 252), Data(Photo, 252, 252)).On(Ask(504, 252), "6C60").On(Ask(504, 96), Data(Photo, 504, 96));
        Assert.Equal(Photo, ReadPhoto());
    }

    [Fact]
    public void A_driver_that_fails_on_long_answers_is_asked_for_fewer_and_that_is_remembered()
    {
        card.On(SelectPhoto, "9000").On(Ask(0), CardFault.Protocol).On(Ask(0, 252), CardFault.Protocol).On(Ask(0, 248), CardFault.Protocol)
            .On(Ask(0, 128), Data(Photo, 0, 128)).On(Ask(128, 128), Data(Photo, 128, 128)).On(Ask(256, 128), Data(Photo, 256, 128)).On(Ask(384, 128), Data(Photo, 384, 128))
            .On(Ask(512, 128), "6C58").On(Ask(512, 88), Data(Photo, 512, 88));
        Assert.Equal(Photo, ReadPhoto());
        card.On(SelectAddress, "9000").On(Ask(0, 121), Data(Address, 0, 121));
        Assert.NotNull(session!.ReadContent(CardParts.Address).Address);
    }

    [Theory]
    [InlineData("6700")]
    [InlineData("6F00")]
    public void A_card_that_refuses_short_answers_too_is_a_fault(string refusal)
    {
        card.On(SelectPhoto, "9000").On(Ask(0), refusal).On(Ask(0, 252), refusal).On(Ask(0, 248), refusal).On(Ask(0, 128), refusal);
        Assert.Equal(refusal, Faulty(CardFault.Protocol, session => session.ReadContent(CardParts.Photo)).StatusWord?.ToString());
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    [InlineData(CardFault.Mute)]
    [InlineData(CardFault.ServiceUnavailable)]
    public void What_is_no_matter_of_length_is_not_tried_again(CardFault fault)
    {
        card.On(SelectPhoto, "9000").On(Ask(0), fault);
        Faulty(fault, session => session.ReadContent(CardParts.Photo));
    }

    [Fact]
    public void Any_file_is_read_to_the_end_that_the_card_names_or_shows_twice()
    {
        byte[] file = [.. new byte[256], 7, 7];
        card.On("00A4080C043F002F00", "9000").On(Ask(0), Data(file, 0, 256)).On(Ask(256), "6C02").On(Ask(256, 2), "07079000")
            .On("00A4080C063F00DF005031", "9000").On(Ask(0), "6B00").On(Ask(0), Data(file, 0, 256)).On(Ask(256), "6B00").On(Ask(256), "6B00");
        session = BelpicSession.Open(card);
        Assert.Equal(file, session.ReadFile(CardFile.Directory));
        Assert.Equal(file[..256], session.ReadFile(CardFile.ObjectDirectory));
        card.AssertPlayed();
    }

    [Fact]
    public void A_file_that_the_card_does_not_have_is_null_after_one_recovery()
    {
        card.On("00A4080C063F00DF014039", "6A82").On(CardScript.SelectApplet, "9000").On("00A4080C063F00DF014039", "6A82");
        session = BelpicSession.Open(card);
        Assert.Null(session.ReadPreferences());
        card.AssertPlayed();
    }

    [Fact]
    public void A_file_beside_that_is_not_found_is_selected_by_path_after_one_recovery()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), Data(Identity18, 0, Identity18.Length))
            .On("00A4020C024033", "6A82").On(CardScript.SelectApplet, "9000").On(SelectAddress, "9000").On(Ask(0, 121), Data(Address, 0, 121));
        session = BelpicSession.Open(card);
        var content = session.ReadContent(CardParts.Identity | CardParts.Address);
        Assert.Equal("Bloemenlaan 12", content.Address?.Street);
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("6283")]
    [InlineData("6985")]
    public void A_card_that_is_not_activated_says_so(string statusWord)
    {
        card.On(SelectIdentity, statusWord);
        Faulty(CardFault.NotActivated, session => session.ReadContent(CardParts.Holder));
    }

    [Fact]
    public void A_card_that_leaves_between_two_groups_of_files_ends_it()
    {
        card.On(SelectIdentity, "9000").On(Ask(0), Data(Identity18, 0, Identity18.Length)).OnBegin(CardFault.Reset);
        Faulty(CardFault.Reset, session => session.ReadContent(CardParts.Identity | CardParts.Photo));
    }

    [Theory]
    [InlineData("9000", "0706414243444546", "414243444546")]
    [InlineData("9000", "0700", "")]
    [InlineData("6A83", "", null)]
    public void One_field_is_two_commands_on_1_8(string statusWord, string answer, string? value)
    {
        card.On(SelectIdentity, "9000").On("80B2070700", answer + statusWord);
        session = BelpicSession.Open(card);
        Assert.Equal(value, session.ReadField(CardFile.Identity, 0x07) is { } read ? Convert.ToHexString(read.Span) : null);
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("6D00")]
    [InlineData("6981")]
    [InlineData("0706414243449000")]
    [InlineData("0801419000")]
    [InlineData("07014108014190 00")]
    [InlineData("0701410000 9000")]
    [InlineData("9000")]
    public void A_record_that_is_not_that_field_alone_is_not_believed(string answer)
    {
        card.On(SelectIdentity, "9000").On("80B2070700", answer).On(Ask(0), Data(Identity18, 0, Identity18.Length));
        session = BelpicSession.Open(card);
        Assert.Equal("Vermeersch"u8.ToArray(), session.ReadField(CardFile.Identity, 0x07)!.Value.ToArray());
        card.AssertPlayed();
    }

    [Fact]
    public void Only_two_files_have_fields()
    {
        session = BelpicSession.Open(card);
        Assert.Throws<ArgumentException>(() => session.ReadField(CardFile.Photo, 0x01));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ReadField(CardFile.Identity, 0x00));
    }

    private BelpicSession? session;

    private byte[]? ReadPhoto() => Read(CardParts.Photo).Photo?.ToArray();

    private byte[]? ReadIdentity() => Read(CardParts.Identity).Identity?.Raw.ToArray();

    private byte[]? ReadAddress() => Read(CardParts.Address).Address?.Raw.ToArray();

    private CardContent Read(CardParts parts)
    {
        session = BelpicSession.Open(card);
        var content = session.ReadContent(parts);
        card.AssertPlayed();
        return content;
    }

    private CardException Faulty(CardFault fault, Action<BelpicSession> action)
    {
        session = BelpicSession.Open(card);
        var exception = Assert.Throws<CardException>(() => action(session));
        Assert.Equal(fault, exception.Fault);
        card.AssertPlayed();
        return exception;
    }

    private static string Ask(int offset, int length = 256) => CardScript.Read(offset, length);

    private static string Data(byte[] file, int offset, int length) => Convert.ToHexString(file.AsSpan(offset, length)) + "9000";
}
