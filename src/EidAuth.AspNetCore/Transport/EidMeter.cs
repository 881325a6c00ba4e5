using System.Diagnostics.Metrics;
using System.Text.Json;

namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// What operators can watch (docs/towns.md): how the hosts of the PKI answer, which of them are not asked for a while, and how logins end. Hosts and codes only.
/// </summary>
internal sealed class EidMeter
{
    private readonly Histogram<double> duration;
    private readonly Histogram<double> waiting;
    private readonly UpDownCounter<int> open;
    private readonly Counter<long> logins;

    public EidMeter(IMeterFactory meters)
    {
        var meter = meters.Create(BelgianEidDefaults.Meter);
        duration = meter.CreateHistogram<double>("eidauth.pki.request.duration", "s", "Requests to responders, list servers and repositories, by host, service and outcome.");
        waiting = meter.CreateHistogram<double>("eidauth.login.waiting.duration", "s", "What a login waited for responders, list servers and repositories, all together.");
        open = meter.CreateUpDownCounter<int>("eidauth.pki.circuit.open", "{circuit}", "Hosts that are not asked for a while because they failed several times in a row.");
        logins = meter.CreateCounter<long>("eidauth.logins", "{login}", "Logins that came back from the agent, by outcome and by what answered for the holder's certificate.");
    }

    public void Exchanged(PkiService service, Uri address, ExchangeFault? fault, TimeSpan took) => duration.Record(
        took.TotalSeconds,
        new KeyValuePair<string, object?>("server.address", address.Host),
        new KeyValuePair<string, object?>("eidauth.service", Name(service)),
        new KeyValuePair<string, object?>("eidauth.outcome", fault is { } what ? Name(what) : "ok"));

    public void Waited(TimeSpan time) => waiting.Record(time.TotalSeconds);

    public void Circuit(CircuitChange change, Uri address) =>
        open.Add(change == CircuitChange.Opened ? 1 : -1, new KeyValuePair<string, object?>("server.address", address.Host));

    /// <param name="outcome">A refusal's code, or <c>accepted</c>.</param>
    /// <param name="revocation">Value of the claim <c>eid:revocation</c>, or <c>none</c>.</param>
    public void Login(string outcome, string revocation) => logins.Add(
        1, new KeyValuePair<string, object?>("eidauth.outcome", outcome), new KeyValuePair<string, object?>("eidauth.revocation", revocation));

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
