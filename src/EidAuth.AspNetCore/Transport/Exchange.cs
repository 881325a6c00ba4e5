namespace EidAuth.AspNetCore.Transport;

/// <summary>What came of asking a host: a result, or why there is none.</summary>
/// <param name="Result">Only where there is no fault.</param>
/// <param name="Fault">Null when it went well.</param>
internal readonly record struct Exchange<T>(T? Result, ExchangeFault? Fault)
{
    public static implicit operator Exchange<T>(ExchangeFault fault) => new(default, fault);

    public static implicit operator Exchange<T>(T result) => new(result, null);
}
