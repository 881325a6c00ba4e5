using System.Reflection;
using System.Text;
using EidAgent.Tracing;
using EidAuth.Belpic;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.UnitTests.Agent;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Tracing;

/// <summary>A trace of everything that a citizen drawn for this run does with the card has nothing of theirs, and its writer is of a kind that could not have it.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class TraceCanaryTests
{
    private static readonly KeypadKey[] Digits =
    [
        KeypadKey.D0, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.D5, KeypadKey.D6, KeypadKey.D7, KeypadKey.D8, KeypadKey.D9,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_the_writer_is_given_can_hold_no_data()
    {
        Type[] numbers = [typeof(int), typeof(uint), typeof(byte), typeof(ushort), typeof(TimeSpan)];
        var methods = typeof(ApduTrace).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.Name != nameof(ApduTrace.Dispose)).ToList();

        Assert.Equal(["Command", "Control", "Event"], methods.Select(method => method.Name).Order());
        Assert.All(methods.SelectMany(method => method.GetParameters()), parameter => Assert.True(IsNumbers(parameter.ParameterType), parameter.ToString()));

        bool IsNumbers(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? IsNumbers(inner)
            : numbers.Contains(type) || type.IsEnum
            || (type is { IsValueType: true, IsPrimitive: false }
                && type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).All(field => IsNumbers(field.FieldType)));
    }

    [Theory]
    [InlineData("1.8", false)]
    [InlineData("1.7", false)]
    [InlineData("1.8", true)]
    [InlineData("1.7", true)]
    public async Task Logins_a_wrong_PIN_a_change_and_the_whole_card_leave_nothing_of_their_citizen(string applet, bool keypad)
    {
        var canary = CanaryCitizen.Draw(applet);
        var card = CardTalk.Issue(canary.Citizen);
        using var file = new MemoryStream();
        using var trace = new ApduTrace(file, TimeProvider.System);
        await using var agent = await RunningAgent.StartAsync(
            pinPad: keypad, readers: reader => new TracedReaders(reader, trace, TimeProvider.System), tracesCommands: true);
        agent.Reader.Insert(card);
        var readers = new TracedReaders(agent.Reader, trace, TimeProvider.System);
        var another = string.Concat(canary.Citizen.Pin.Reverse());

        var page = await agent.ConsentAsync();
        if (!keypad)
        {
            await TypeAsync(agent, "0000");
        }

        await TypeAsync(agent, canary.Citizen.Pin);
        page = await agent.UntilEndAsync(page);
        Assert.Equal("signed", page.Ending);
        Assert.Contains("A card trace is being written", page.Text, StringComparison.Ordinal);
        using (var session = BelpicSession.Open(readers.Connect(agent.Reader.Name)))
        {
            session.ReadContent(CardParts.Identity | CardParts.Address | CardParts.Photo | CardParts.Proof);
            if (!keypad)
            {
                Assert.IsType<PinResult.Done>(session.ChangePin(Encoding.ASCII.GetBytes(canary.Citizen.Pin), Encoding.ASCII.GetBytes(another), 3));
            }
        }

        var written = file.ToArray();
        var lines = Encoding.ASCII.GetString(written).Split('\n');
        Assert.Contains(lines, line => line.Contains(keypad ? " control " : " 00200001 Lc=8 Le=- 9000 0 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => keypad || line.Contains(" 00240001 Lc=16 Le=- 9000 0 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(" 00B0", StringComparison.Ordinal) && line.Contains(" 9000 2", StringComparison.Ordinal));
        Canary[] canaries = [.. canary.Canaries, Canary.Pin(another), Canary.Text("reader", agent.Reader.Name), Canary.Text("origin", "loket.example.be")];
        Assert.Empty(CanarySearch.In(written, canaries));
        Assert.All(canaries, planted => Assert.NotEmpty(CanarySearch.In([.. written, .. planted.Forms.Values.First()], [planted])));
        Assert.Empty(agent.Log.Lines.SelectMany(line => CanarySearch.In(line, canaries)));
        Assert.Contains(agent.Log.Lines, line => line.Contains("[1202]", StringComparison.Ordinal));
    }

    private static async Task TypeAsync(RunningAgent agent, string pin)
    {
        if (!agent.Reader.PinPad)
        {
            (await agent.Prompt.NextOpenAsync()).Type(pin);
            return;
        }

        for (var panel = agent.Reader.Panel; !panel.KeypadWaits; panel = agent.Reader.Panel)
        {
            await agent.Reader.WaitForPanelAsync(panel, Cancellation);
        }

        foreach (var digit in pin)
        {
            agent.Reader.Press(Digits[digit - '0']);
        }

        agent.Reader.Press(KeypadKey.Ok);
    }
}
