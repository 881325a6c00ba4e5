using EidAuth.Belpic;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;
using static EidAuth.Simulator.Reader.KeypadKey;

namespace EidAuth.UnitTests.Keys;

/// <summary>With a keypad on the reader the PIN is typed there, and no window of a program sees it.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardKeyOnPinPadTests
{
    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public async Task The_keypad_asks_between_mse_and_pso(string citizen)
    {
        var person = new TypedPins();
        using var bench = new KeyBench(citizen, person, pinPad: true);
        var signing = SignAsync(bench);
        await TypeAsync(bench, D1, D2, D3, D4, Ok);
        Assert.NotEmpty(await signing);
        Assert.Single(person.Asked);
        Assert.Equal(5, bench.FromMse.Length);
    }

    [Fact]
    public async Task A_wrong_pin_on_the_keypad_says_how_many_tries_are_left()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins(), pinPad: true);
        var signing = SignAsync(bench);
        await TypeAsync(bench, D4, D3, D2, D1, Ok);
        var exception = await Assert.ThrowsAsync<CardSigningException>(() => signing);
        Assert.Equal((CardSigningFailure.WrongPin, 2), (exception.Failure, exception.TriesLeft));
    }

    [Fact]
    public async Task Cancelled_on_the_keypad_no_try_is_used()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins(), pinPad: true);
        var signing = SignAsync(bench);
        await TypeAsync(bench, Cancel);
        Assert.Equal(CardSigningFailure.Cancelled, (await Assert.ThrowsAsync<CardSigningException>(() => signing)).Failure);
        Assert.Equal(3, bench.Card.TriesLeft);
    }

    [Fact]
    public async Task Who_says_no_before_is_not_asked_by_the_reader()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins { AgreesToPinPad = false }, pinPad: true);
        Assert.Equal(CardSigningFailure.Cancelled, (await Assert.ThrowsAsync<CardSigningException>(() => SignAsync(bench))).Failure);
        Assert.Empty(bench.FromMse);
    }

    private static Task<byte[]> SignAsync(KeyBench bench) => Task.Run(() => CardSigningFailureTests.Sign(bench), TestContext.Current.CancellationToken);

    private static async Task TypeAsync(KeyBench bench, params KeypadKey[] keys)
    {
        var panel = bench.Reader.Panel;
        while (!panel.KeypadWaits)
        {
            panel = await bench.Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        Array.ForEach(keys, bench.Reader.Press);
    }
}
