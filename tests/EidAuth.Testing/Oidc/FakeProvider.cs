using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EidAuth.Testing.Oidc;

/// <summary>A provider of logins elsewhere, in the test's own process: a page that asks, a code for the answer, and claims for the code, once.</summary>
public sealed class FakeProvider
{
    /// <summary>Where its page is.</summary>
    public const string Path = "/fake-provider/authorize";

    private readonly ConcurrentDictionary<string, FakePerson> codes = new(StringComparer.Ordinal);

    /// <summary>Who sits there.</summary>
    public FakePerson Person { get; set; } = new("fake-1", "Robin Elders", "urn:fake:low", "pwd");

    /// <summary>What it was asked last.</summary>
    public IReadOnlyDictionary<string, string?> Asked { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Its page and what the button on it does.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, (HttpContext context) =>
        {
            Asked = context.Request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
            var (state, back) = (WebUtility.HtmlEncode(Asked["state"]), WebUtility.HtmlEncode(Asked["redirect_uri"]));
            return Results.Content(
                $"""
                 <!doctype html><html lang="en"><title>Fake provider</title><main><h1>Fake provider</h1>
                 <form method="post" id="provider"><input type="hidden" name="state" value="{state}"><input type="hidden" name="redirect_uri" value="{back}">
                 <button id="agree">Log in as {WebUtility.HtmlEncode(Person.Name)}</button></form></main></html>
                 """,
                "text/html");
        }).AllowAnonymous();
        endpoints.MapPost(Path, async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return Results.Redirect(Agree(form["state"].ToString(), form["redirect_uri"].ToString()));
        }).AllowAnonymous();
    }

    /// <summary>What the button does, without a browser: the address it leads to.</summary>
    public string Agree(string state, string redirectUri)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        codes[code] = Person;
        return QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state });
    }

    /// <summary>Whom a code stands for; each counts once.</summary>
    public FakePerson? Redeem(string code) => codes.TryRemove(code, out var person) ? person : null;
}
