using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace EidAuth.IntegrationTests.Canaries;

/// <summary>Hears everything that this process tells the outside beside its logs: traces, metrics, console, and the address of every request to any of its servers.</summary>
internal sealed class Ears : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> heard = new();
    private readonly StringWriter console = new();
    private readonly (TextWriter Out, TextWriter Error) before = (Console.Out, Console.Error);
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();
    private readonly List<IDisposable> subscriptions = [];

    public Ears()
    {
        var both = TextWriter.Synchronized(console);
        Console.SetOut(both);
        Console.SetError(both);
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => heard.Enqueue(
                $"trace {activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(moment => moment.Tags))} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => HearMetric(instrument, value, tags));
        metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => HearMetric(instrument, value, tags));
        metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => HearMetric(instrument, value, tags));
        metrics.Start();
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Addresses of requests among it begin with "request".</summary>
    public IReadOnlyCollection<string> Heard => [.. heard, console.ToString()];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start", Value: HttpContext context })
        {
            heard.Enqueue($"request {context.Request.Method} {context.Request.GetEncodedUrl()} {context.Request.Headers.Referer}");
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        metrics.Dispose();
        traces.Dispose();
        Console.SetOut(before.Out);
        Console.SetError(before.Error);
    }

    private void HearMetric<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        heard.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {value} {string.Join(' ', tags.ToArray())}");
}
