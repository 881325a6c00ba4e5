using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;
using static EidAuth.Simulator.Reader.KeypadKey;
using PinModifyStructure = EidAuth.Simulator.Reader.PinModifyStructure;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>The keypad asks for the old PIN and twice for the new one.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class PinModifyTests : IDisposable
{
    private const string Middleware = "1E1E89470400080C04030203081300010200000015000000" + "0024000110" + "20FFFFFFFFFFFFFF" + "20FFFFFFFFFFFFFF";
    private const string NewPin = "0020000108245678FFFFFFFFFF";
    private static readonly uint ModifyPinDirect = ControlCode.Of(3507);
    private readonly ReaderBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_three_entries_are_asked_in_turn_and_the_card_has_a_new_PIN()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        var status = AskAsync(handle);
        Assert.Equal(ReaderDisplay.EnterOldPin, (await bench.PanelAsync(panel => panel.KeypadWaits)).Display);
        bench.Type(D1, D2, D3, D4);
        Assert.Equal((ReaderDisplay.EnterOldPin, 4), (bench.Reader.Panel.Display, bench.Reader.Panel.Digits));
        bench.Type(Ok);
        Assert.Equal((ReaderDisplay.EnterNewPin, 0), (bench.Reader.Panel.Display, bench.Reader.Panel.Digits));
        bench.Type(D5, D6, D7, D8, Ok);
        Assert.Equal((ReaderDisplay.RepeatNewPin, 0), (bench.Reader.Panel.Display, bench.Reader.Panel.Digits));
        bench.Type(D5, D6, D7, D8, Ok);

        Assert.Equal("9000", await status);
        Assert.Equal(ReaderDisplay.PinChanged, bench.Reader.Panel.Display);
        Assert.Equal("9000", handle.Say(NewPin));
        Assert.Equal("63C2", handle.Say(ReaderBench.RightPin));
        Assert.Equal("0024000110" + new string('.', 32), Assert.Single(card.Transcript, command => command.StartsWith("0024", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("6402", ReaderDisplay.NewPinsDiffer, new[] { D1, D2, D3, D4, Ok, D5, D6, D7, D8, Ok, D5, D6, D7, D9, Ok })]
    [InlineData("6402", ReaderDisplay.NewPinsDiffer, new[] { D1, D2, D3, D4, Ok, D5, D6, D7, D8, Ok, D5, D6, D7, D8, D9, Ok })]
    [InlineData("6403", ReaderDisplay.PinTooShort, new[] { D1, D2, D3, Ok })]
    [InlineData("6403", ReaderDisplay.PinTooShort, new[] { D1, D2, D3, D4, Ok, D5, D6, D7, Ok })]
    [InlineData("6401", ReaderDisplay.Cancelled, new[] { D1, D2, D3, D4, Ok, D5, Cancel })]
    public async Task What_does_not_reach_the_card_costs_no_try(string expected, ReaderDisplay display, KeypadKey[] keys)
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        Assert.Equal(expected, await TypeAsync(handle, keys));
        Assert.Equal(display, bench.Reader.Panel.Display);
        Assert.Empty(card.Transcript);
    }

    [Fact]
    public async Task A_wrong_old_PIN_costs_one()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        Assert.Equal("63C2", await TypeAsync(handle, D9, D9, D9, D9, Ok, D5, D6, D7, D8, Ok, D5, D6, D7, D8, Ok));
        Assert.Equal((ReaderDisplay.PinWrong, 2), (bench.Reader.Panel.Display, card.TriesLeft));
    }

    [Fact]
    public async Task Each_entry_has_its_own_time()
    {
        bench.Insert();
        using var handle = bench.Connect();
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        bench.Type(D1, D2, D3, D4, Ok);
        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        bench.Type(D5, D6, D7, D8, Ok);
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("6400", await status);
        Assert.Equal(ReaderDisplay.TimedOut, bench.Reader.Panel.Display);
    }

    [Fact]
    public void All_three_PINs_are_zeroed_at_the_end()
    {
        Assert.True(PinModifyStructure.TryParse(Convert.FromHexString(Middleware), out var structure));
        var round = new PinEntryRound(structure, this, bench.Clock);
        foreach (var key in (KeypadKey[])[D1, D2, D3, D4, Ok, D5, D6, D7, D8, Ok, D5, D6, D7, D8, Ok])
        {
            round.Press(key);
        }

        var first = round.Pin(0);
        var second = round.Pin(1);
        var third = round.Pin(2);
        Assert.Equal([5, 6, 7, 8], third.ToArray());
        round.Dispose();
        Assert.Equal(new byte[4], first.ToArray());
        Assert.Equal(new byte[4], second.ToArray());
        Assert.Equal(new byte[4], third.ToArray());
    }

    [Fact]
    public void The_blocks_go_where_the_structure_says()
    {
        Assert.True(PinModifyStructure.TryParse(Convert.FromHexString(Middleware), out var structure));
        var command = new byte[structure.CommandLength];
        structure.WriteCommand([1, 2, 3, 4], [5, 6, 7, 8, 9], command);
        Assert.Equal("0024000110241234FFFFFFFFFF2556789FFFFFFFFF", Convert.ToHexString(command));
    }

    [Theory]
    [InlineData("the old PIN is not asked", 9, 0x01)]
    [InlineData("the new PIN is not confirmed", 9, 0x02)]
    [InlineData("validation without the OK key", 10, 0x01)]
    [InlineData("one message", 11, 0x01)]
    [InlineData("the blocks overlap", 6, 0x07)]
    [InlineData("both at one place", 6, 0x00)]
    [InlineData("the new block beyond the data", 6, 0x09)]
    [InlineData("the old block beyond the data", 5, 0x10)]
    [InlineData("minimum above maximum", 8, 0x0D)]
    [InlineData("length of the command", 20, 0x16)]
    [InlineData("Lc is not the data's length", 28, 0x11)]
    public void A_structure_that_cannot_be_followed_to_the_letter_is_refused(string what, int at, byte value)
    {
        var raw = Convert.FromHexString(Middleware);
        raw[at] = value;
        Assert.False(PinModifyStructure.TryParse(raw, out _), what);
    }

    [Fact]
    public void No_truncation_and_no_single_changed_byte_throws()
    {
        var good = Convert.FromHexString(Middleware);
        Span<byte> command = stackalloc byte[300];
        for (var length = 0; length < good.Length; length++)
        {
            Assert.False(PinModifyStructure.TryParse(good.AsSpan(0, length), out _));
        }

        for (var at = 0; at < good.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var changed = (byte[])good.Clone();
                changed[at] = (byte)value;
                if (PinModifyStructure.TryParse(changed, out var structure))
                {
                    structure.WriteCommand(new byte[structure.Format.MaximumDigits], new byte[structure.Format.MaximumDigits], command);
                }
            }
        }
    }

    private static Task<string> AskAsync(ICardHandle handle) =>
        Task.Run(() => handle.Control(ModifyPinDirect, Middleware), TestContext.Current.CancellationToken);

    private async Task<string> TypeAsync(ICardHandle handle, params KeypadKey[] keys)
    {
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(keys);
        return await status.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
