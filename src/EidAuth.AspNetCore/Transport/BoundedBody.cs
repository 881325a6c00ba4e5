namespace EidAuth.AspNetCore.Transport;

/// <summary>A body that is read whole, if it is not too large.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes, or <see cref="ExchangeFault.TooLarge"/> before much of it is read.</summary>
    public static async Task<Exchange<byte[]>> ReadAsync(HttpResponseMessage response, int largest, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > largest)
        {
            return ExchangeFault.TooLarge;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(largest, response.Content.Headers.ContentLength ?? largest) + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > largest ? ExchangeFault.TooLarge : buffer[..length];
    }
}
