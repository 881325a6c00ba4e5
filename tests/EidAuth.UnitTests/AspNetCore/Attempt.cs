using Microsoft.Extensions.Primitives;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>What the browser carries to the agent.</summary>
internal sealed record Attempt(Uri Address, Dictionary<string, StringValues> Query)
{
    public string State => Query["state"].Single()!;

    public string Nonce => Query["nonce"].Single()!;

    public string ReturnTo => Query["return_to"].Single()!;

    public string CookieName => "__Host-eid-" + State;

    public Dictionary<string, string> WithError(string error) => new() { ["state"] = State, ["error"] = error };

    public Dictionary<string, string> WithToken(string token, string? chain = null)
    {
        var fields = new Dictionary<string, string> { ["state"] = State, ["token"] = token };
        if (chain is not null)
        {
            fields["chain"] = chain;
        }

        return fields;
    }
}
