using System.Collections.Concurrent;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Takes the place of the network: writes down what was wanted from where, and reaches nobody.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    public ConcurrentQueue<string> Wanted { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Wanted.Enqueue($"{request.Method} {request.RequestUri!.OriginalString}");
        return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
    }
}
