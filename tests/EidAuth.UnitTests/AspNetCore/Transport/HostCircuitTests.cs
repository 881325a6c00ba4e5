using EidAuth.AspNetCore.Transport;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Transport;

/// <summary>When a host is not asked any more, and when again.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class HostCircuitTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly HostCircuit circuit;

    public HostCircuitTests() => circuit = new HostCircuit(clock);

    [Fact]
    public void Four_failures_in_a_row_leave_it_closed_and_the_fifth_opens_it()
    {
        Fail(4);
        Assert.False(circuit.IsOpen);
        Assert.Equal(CircuitChange.Opened, circuit.Failed(Enter()));
        Assert.True(circuit.IsOpen);
        Assert.Null(circuit.TryEnter());
    }

    [Fact]
    public void An_answer_between_failures_begins_the_count_anew()
    {
        Fail(4);
        Assert.Equal(CircuitChange.None, circuit.Answered(Enter()));
        Fail(4);
        Assert.False(circuit.IsOpen);
    }

    [Fact]
    public void After_five_seconds_one_and_only_one_is_let_through()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMilliseconds(1));
        Assert.Null(circuit.TryEnter());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(Enter().IsProbe);
        Assert.Null(circuit.TryEnter());
    }

    [Fact]
    public void The_one_that_was_let_through_closes_it_by_an_answer()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(CircuitChange.Closed, circuit.Answered(Enter()));
        Assert.False(Enter().IsProbe);
        Assert.False(circuit.IsOpen);
    }

    [Fact]
    public void The_one_that_was_let_through_keeps_it_open_for_five_seconds_more_by_a_failure()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(CircuitChange.None, circuit.Failed(Enter()));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(circuit.TryEnter());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Enter().IsProbe);
    }

    [Fact]
    public async Task Who_comes_while_one_tries_can_wait_for_what_it_finds()
    {
        Assert.Null(circuit.Probe);
        Fail(5);
        Assert.Null(circuit.Probe);
        clock.Advance(TimeSpan.FromSeconds(5));
        var pass = Enter();
        var probe = circuit.Probe!;
        Assert.False(probe.IsCompleted);
        circuit.Answered(pass);
        await probe;
        Assert.Null(circuit.Probe);
        Assert.False(Enter().IsProbe);
    }

    [Fact]
    public void One_that_leaves_lets_the_next_one_try()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        circuit.Left(Enter());
        Assert.True(Enter().IsProbe);
    }

    [Fact]
    public void Failures_of_those_that_were_under_way_when_it_opened_change_nothing()
    {
        var late = Enter();
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        var probe = Enter();
        Assert.Equal(CircuitChange.None, circuit.Failed(late));
        Assert.Null(circuit.TryEnter());
        Assert.Equal(CircuitChange.Closed, circuit.Answered(probe));
        Fail(4);
        Assert.False(circuit.IsOpen);
    }

    [Fact]
    public void Services_and_hosts_have_circuits_of_their_own()
    {
        var circuits = new HostCircuits(clock);
        var ocsp = new Uri("http://127.0.0.1:81/a");
        for (var i = 0; i < 5; i++)
        {
            circuits.Of(PkiService.Ocsp, ocsp).Failed(circuits.Of(PkiService.Ocsp, new Uri("http://127.0.0.1:81/b")).TryEnter()!.Value);
        }

        Assert.Null(circuits.Of(PkiService.Ocsp, ocsp).TryEnter());
        Assert.NotNull(circuits.Of(PkiService.Crl, ocsp).TryEnter());
        Assert.NotNull(circuits.Of(PkiService.Ocsp, new Uri("http://127.0.0.1:82/a")).TryEnter());
        Assert.Equal(["127.0.0.1:81"], circuits.OpenHosts);
    }

    private CircuitPass Enter() => Assert.NotNull(circuit.TryEnter());

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            circuit.Failed(Enter());
        }
    }
}
