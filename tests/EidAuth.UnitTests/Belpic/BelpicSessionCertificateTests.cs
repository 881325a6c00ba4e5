using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
#pragma warning disable CA1001 // The card is a script: there is nothing to let go.
public class BelpicSessionCertificateTests
#pragma warning restore CA1001
{
    private readonly ScriptedCard card = new ScriptedCard().Open18();

    [Theory]
    [InlineData(900)]
    [InlineData(1024)]
    [InlineData(1061)]
    public void A_certificate_is_read_up_to_its_der_end_and_kept(int length)
    {
        var der = IssuedCertificate.Of(IssuedCertificate.P384, length);
        card.Certificate(der);
        Assert.Equal(der, Read());
        Assert.Equal(der, session!.ReadCertificate(CertificateFile.Authentication));
        card.AssertPlayed();
    }

    [Theory]
    [InlineData(CertificateFile.NonRepudiation, "5039")]
    [InlineData(CertificateFile.IssuingCa, "503A")]
    [InlineData(CertificateFile.Root, "503B")]
    [InlineData(CertificateFile.NationalRegister, "503C")]
    public void Each_certificate_has_its_file(CertificateFile file, string identifier)
    {
        var der = Sequence(300);
        card.Certificate(der, "00A4080C063F00DF00" + identifier);
        Assert.Equal(der, Read(file));
    }

    [Fact]
    public void A_reader_that_shortens_answers_itself_is_no_trouble()
    {
        var der = Sequence(300);
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(der[..256]) + "9000")
            .On(CardScript.Read(256, 44), "6C2C").On(CardScript.Read(256, 44), Hex(der[256..]) + "9000");
        Assert.Equal(der, Read());
    }

    [Fact]
    public void Bytes_beyond_the_length_asked_for_are_not_taken()
    {
        var der = Sequence(300);
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(der[..256]) + "9000").On(CardScript.Read(256, 44), Hex(der[256..]) + "AAAA9000");
        Assert.Equal(der, Read());
    }

    [Theory]
    [InlineData("000000009000")]
    [InlineData("009000")]
    public void A_file_of_zeros_is_no_certificate(string answer)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), answer);
        Assert.Null(Read());
        Assert.Null(session!.ReadCertificate(CertificateFile.Authentication));
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("9000")]
    [InlineData("6B00")]
    public void A_file_of_no_bytes_is_looked_at_twice_and_then_a_fault(string answer)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), answer).On(CardScript.Read(0, 256), answer);
        Assert.Equal(CardFault.Protocol, Assert.Throws<CardException>(() => { Read(); }).Fault);
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("308100119000")]
    [InlineData("30800000119000")]
    [InlineData("3083000100119000")]
    [InlineData("310201009000")]
    [InlineData("FFFFFFFFFF9000")]
    public void A_hostile_head_is_refused_before_more_is_read(string answer)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), answer);
        Faulty(CardFault.Protocol);
    }

    [Theory]
    [InlineData("309000")]
    [InlineData("3082019000")]
    public void A_head_that_is_cut_is_asked_for_once_more(string answer)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), answer).On(CardScript.Read(0, 256), answer);
        Faulty(CardFault.Protocol);
    }

    [Theory]
    [InlineData("3082FFFF")]
    [InlineData("30820FFD")]
    public void A_certificate_that_says_it_is_longer_is_not_read(string head)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), head + new string('0', 504) + "9000");
        Faulty(CardFault.Protocol);
    }

    [Fact]
    public void The_longest_certificate_has_4096_bytes()
    {
        var der = Sequence(4096);
        card.Certificate(der);
        Assert.Equal(der, Read());
    }

    [Theory]
    [InlineData("9000")]
    [InlineData("6B00")]
    public void A_file_that_ends_before_its_der_does_is_asked_once_more_and_refused(string answer)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(Sequence(300)[..256]) + "9000")
            .On(CardScript.Read(256, 44), answer).On(CardScript.Read(256, 44), answer);
        Faulty(CardFault.Protocol);
    }

    [Theory]
    [InlineData("9000")]
    [InlineData("6B00")]
    public void An_answer_that_was_cut_or_lost_once_is_asked_for_again(string answer)
    {
        var der = Sequence(300);
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(der[..256]) + "9000")
            .On(CardScript.Read(256, 44), answer).On(CardScript.Read(256, 44), Hex(der[256..]) + "9000");
        Assert.Equal(der, Read());
    }

    [Fact]
    public void A_file_that_is_shorter_than_its_first_chunk_is_refused()
    {
        var answer = Hex(Sequence(300)[..200]) + "9000";
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), answer).On(CardScript.Read(0, 256), answer);
        Faulty(CardFault.Protocol);
    }

    [Theory]
    [InlineData("6985", CardFault.NotActivated)]
    [InlineData("6D00", CardFault.NotActivated)]
    [InlineData("6982", CardFault.Protocol)]
    [InlineData("6986", CardFault.Protocol)]
    [InlineData("6581", CardFault.Protocol)]
    public void A_refused_read_says_what_it_is(string statusWord, CardFault fault)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), statusWord);
        Assert.Equal(statusWord, Faulty(fault).StatusWord.ToString());
    }

    [Theory]
    [InlineData("6283", CardFault.NotActivated)]
    [InlineData("6985", CardFault.NotActivated)]
    [InlineData("6999", CardFault.Protocol)]
    [InlineData("6400", CardFault.Protocol)]
    public void A_refused_select_says_what_it_is(string statusWord, CardFault fault)
    {
        card.On(CardScript.SelectAuthentication, statusWord);
        Assert.Equal(statusWord, Faulty(fault).StatusWord.ToString());
    }

    [Fact]
    public void After_other_software_the_file_is_selected_through_the_applet_again()
    {
        var der = Sequence(300);
        card.On(CardScript.SelectAuthentication, "6A82").On(CardScript.SelectApplet, "9000").Certificate(der);
        Assert.Equal(der, Read());
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_certificate()
    {
        card.On(CardScript.SelectAuthentication, "6A82").On(CardScript.SelectApplet, "9000").On(CardScript.SelectAuthentication, "6A82");
        Assert.Null(Read());
        card.AssertPlayed();
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_leaves_while_it_is_read_ends_it(CardFault fault)
    {
        card.On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(Sequence(300)[..256]) + "9000").On(CardScript.Read(256, 44), fault);
        Faulty(fault);
    }

    [Fact]
    public async Task Only_a_card_older_than_1_7_is_given_a_pause_after_a_wrong_length()
    {
        var der = Sequence(300);
        foreach (var (applet, pauses) in new[] { ((byte)0x11, 1), ((byte)0x17, 0), ((byte)0x18, 0) })
        {
            var clock = new ManualTimeProvider();
            var asked = new ScriptedCard(applet == 0x18 ? ScriptedCard.Atr18 : ScriptedCard.Atr17)
                .On(applet == 0x18 ? CardScript.GetCardDataWithTries : CardScript.GetCardData, CardScript.CardData(applet))
                .On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Hex(der[..256]) + "9000")
                .On(CardScript.Read(256, 44), "6C2C").On(CardScript.Read(256, 44), Hex(der[256..]) + "9000");
            var read = Task.Run(() => BelpicSession.Open(asked, clock).ReadCertificate(CertificateFile.Authentication), TestContext.Current.CancellationToken);
            Assert.True(SpinWait.SpinUntil(() => read.IsCompleted || clock.ArmedTimers == 1, TimeSpan.FromSeconds(10)));
            Assert.Equal(pauses, clock.ArmedTimers);
            clock.Advance(TimeSpan.FromMilliseconds(50));
            Assert.Equal(der, await read.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        }
    }

    private BelpicSession? session;

    private byte[]? Read(CertificateFile file = CertificateFile.Authentication)
    {
        session = BelpicSession.Open(card);
        return session.ReadCertificate(file);
    }

    private CardException Faulty(CardFault fault)
    {
        var exception = Assert.Throws<CardException>(() => Read());
        Assert.Equal(fault, exception.Fault);
        card.AssertPlayed();
        return exception;
    }

    private static byte[] Sequence(int length) =>
        [0x30, 0x82, (byte)((length - 4) >> 8), (byte)(length - 4), .. Enumerable.Range(0, length - 4).Select(i => (byte)i)];

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
