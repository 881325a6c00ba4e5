using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedReaderTests : IDisposable
{
    private readonly ReaderBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_reader_is_listed_empty_then_with_its_card()
    {
        Assert.Equal(new ReaderState(ReaderBench.Name, CardPresence.Empty, default, 0), Assert.Single(bench.Reader.ListReaders()));

        bench.Insert();

        var state = Assert.Single(bench.Reader.ListReaders());
        Assert.Equal(new ReaderState(ReaderBench.Name, CardPresence.Present, default, 1), state);
        Assert.Equal("3B7F96000080318065B085040120120FFF829000", Convert.ToHexString(state.Atr.Span));
    }

    [Fact]
    public void A_swap_counts_a_removal_and_an_insertion()
    {
        bench.Insert("adult-18");
        bench.Insert("adult-17");

        Assert.Equal(3, Assert.Single(bench.Reader.ListReaders()).EventCounter);
        Assert.Equal("adult-17", bench.Reader.Card?.Id);
    }

    [Fact]
    public void Removing_from_an_empty_reader_is_no_event()
    {
        bench.Reader.Remove();

        Assert.Equal(0, Assert.Single(bench.Reader.ListReaders()).EventCounter);
    }

    [Fact]
    public async Task A_swap_wakes_who_waits_for_a_change_though_a_card_is_in_before_and_after()
    {
        bench.Insert();
        var known = bench.Reader.ListReaders();
        var change = bench.Reader.WaitForChangeAsync(known, TestContext.Current.CancellationToken);
        Assert.False(change.IsCompleted);

        bench.Insert("adult-17");

        Assert.Equal(CardPresence.Present, Assert.Single(await change).Presence);
    }

    [Fact]
    public async Task A_change_that_happened_before_the_wait_is_told_at_once()
    {
        var known = bench.Reader.ListReaders();
        bench.Insert();

        var now = await bench.Reader.WaitForChangeAsync(known, TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(now).EventCounter);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var change = bench.Reader.WaitForChangeAsync(bench.Reader.ListReaders(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }

    [Fact]
    public void There_is_no_connection_without_a_card_or_to_another_reader()
    {
        Assert.Equal(CardFault.NoCard, Assert.Throws<CardException>(() => bench.Connect()).Fault);
        bench.Insert();
        Assert.Equal(CardFault.ReaderUnavailable, Assert.Throws<CardException>(() => bench.Reader.Connect("Another reader 00 00")).Fault);
    }

    [Fact]
    public void A_handle_says_its_reader_and_the_cards_ATR()
    {
        var card = bench.Insert();

        using var handle = bench.Connect();

        Assert.Equal(ReaderBench.Name, handle.Reader);
        Assert.Equal(card.Atr, handle.Atr);
    }

    [Fact]
    public void A_handle_of_a_removed_card_never_comes_back_though_the_same_card_does()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        bench.Reader.Remove();

        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Say("80E400001C")).Fault);
        bench.Reader.Insert(card);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Say("80E400001C")).Fault);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.BeginTransaction()).Fault);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Control(ControlCode.GetFeatureRequest, "")).Fault);
    }

    [Fact]
    public void Closing_a_handle_resets_the_card_and_the_others_see_it_on_every_call()
    {
        var card = bench.Insert();
        using var other = bench.Connect();
        using (var first = bench.Connect())
        {
            Assert.Equal("9000", first.Say(ReaderBench.UseAuthenticationKey));
            Assert.Equal("9000", first.Say(ReaderBench.RightPin));
        }

        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => other.Say("80E400001C")).Fault);
        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => other.Say("80E400001C")).Fault);
        using var later = bench.Connect();
        Assert.Equal("9000", later.Say(ReaderBench.UseAuthenticationKey));
        Assert.Equal("6982", later.Say(ReaderBench.Sign));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public void A_verified_PIN_is_gone_after_the_card_was_out()
    {
        var card = bench.Insert();
        var handle = bench.Connect();
        Assert.Equal("9000", handle.Say(ReaderBench.RightPin));

        bench.Reader.Insert(card);

        using var later = bench.Connect();
        Assert.Equal("9000", later.Say(ReaderBench.UseAuthenticationKey));
        Assert.Equal("6982", later.Say(ReaderBench.Sign));
    }

    [Fact]
    public async Task During_a_transaction_the_other_handles_wait()
    {
        bench.Insert();
        using var first = bench.Connect();
        using var second = bench.Connect();
        var transaction = first.BeginTransaction();
        var waiting = WaitingCall.Start(() => second.Say("00A4080C023F00"));

        Assert.Equal("9000", first.Say(ReaderBench.UseAuthenticationKey));
        Assert.False(waiting.IsCompleted);
        transaction.Dispose();

        Assert.Equal("9000", await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Transactions_of_one_handle_nest_and_end_once()
    {
        bench.Insert();
        using var first = bench.Connect();
        var outer = first.BeginTransaction();
        var inner = first.BeginTransaction();
        inner.Dispose();
        inner.Dispose();

        using var second = bench.Connect();
        var waiting = WaitingCall.Start(() => second.Say("00A4080C023F00"));
        Assert.Equal("9000", first.Say("00A4080C023F00"));
        Assert.False(waiting.IsCompleted);
        outer.Dispose();
        Assert.Equal("9000", await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_waits_for_a_transaction_is_told_when_the_card_is_pulled()
    {
        bench.Insert();
        using var first = bench.Connect();
        using var second = bench.Connect();
        using var transaction = first.BeginTransaction();
        var waiting = WaitingCall.Start(() => second.Say("80E400001C"));

        bench.Reader.Remove();

        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => waiting)).Fault);
    }

    [Fact]
    public void A_handle_closed_during_anothers_transaction_resets_at_its_end()
    {
        bench.Insert();
        using var holder = bench.Connect();
        var closing = bench.Connect();
        var transaction = holder.BeginTransaction();
        Assert.Equal("9000", holder.Say(ReaderBench.UseAuthenticationKey));
        Assert.Equal("9000", holder.Say(ReaderBench.RightPin));

        closing.Dispose();

        Assert.Equal("6160", holder.Say(ReaderBench.Sign));
        transaction.Dispose();
        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => holder.Say("80E400001C")).Fault);
    }

    [Fact]
    public void A_closed_handle_ends_its_transaction_and_is_of_no_more_use()
    {
        bench.Insert();
        var handle = bench.Connect();
        var transaction = handle.BeginTransaction();
        handle.Dispose();
        transaction.Dispose();

        using var later = bench.Connect();
        Assert.Equal("9000", later.Say("00A4080C023F00"));
        Assert.Throws<ObjectDisposedException>(() => handle.Say("00A4080C023F00"));
    }

    [Fact]
    public void The_display_says_busy_while_the_card_signs()
    {
        bench.Insert();
        using var handle = bench.Connect();
        handle.Say(ReaderBench.UseAuthenticationKey);
        var before = bench.Reader.Panel.Version;

        handle.Say(ReaderBench.Sign);

        // Busy and back: two changes; MSE made none.
        Assert.Equal(before + 2, bench.Reader.Panel.Version);
        Assert.Equal(1, before);
    }

    [Fact]
    public async Task Any_number_of_threads_may_use_it_at_once()
    {
        var cards = new[] { bench.Card("adult-18"), bench.Card("born-2003") };
        var work = Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    switch ((thread + i) % 4)
                    {
                        case 0:
                            bench.Reader.Insert(cards[i % 2]);
                            break;
                        case 1:
                            bench.Reader.Remove();
                            break;
                        default:
                            using (var handle = bench.Connect())
                            using (handle.BeginTransaction())
                            {
                                Assert.EndsWith("9000", handle.Say("80E400001C"), StringComparison.Ordinal);
                            }

                            break;
                    }
                }
                catch (CardException ended) when (ended.Fault is CardFault.NoCard or CardFault.Removed or CardFault.Reset)
                {
                    // What a program meets when a card is pulled or reset under it.
                }
            }
        }));

        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        bench.Insert();
        using var last = bench.Connect();
        Assert.Equal("9000", last.Say("00A4080C023F00"));
    }
}
