using EidAuth.Login;
using EidAuth.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EidAuth.UnitTests.Login;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginRequestTests
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8=";
    private const string State = "AAECAwQFBgcICQoLDA0-_w";
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";
    private const string ReturnTo = "https://loket.example.be/signin-eid";

    [Fact]
    public void What_a_site_builds_the_agent_reads_back()
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/a%20b/signin-eid", out var returnTo));
        var request = LoginRequest.Create(Nonce, returnTo!, State, "fr", ["identity", "photo"], End);

        var address = request.ToAgentAddress(35353);

        Assert.StartsWith("http://127.0.0.1:35353/login?v=1&nonce=AAEC", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(LoginRequest.TryParse(Decode(address), out var read, out var error));
        Assert.Equal(LoginRequestError.None, error);
        Assert.Equal(Nonce, read!.Nonce);
        Assert.Equal(State, read.State);
        Assert.Equal("https://loket.example.be/a%20b/signin-eid", read.ReturnTo.Uri.AbsoluteUri);
        Assert.Equal("fr", read.Language);
        Assert.Equal(["identity", "photo"], read.Fields);
        Assert.Equal(End, read.End);
    }

    [Fact]
    public void A_plain_login_names_neither_language_nor_fields_nor_an_end()
    {
        Assert.True(ReturnAddress.TryParse(ReturnTo, out var returnTo));

        var address = LoginRequest.Create(Nonce, returnTo!, State).ToAgentAddress(1234);

        Assert.DoesNotContain("lang", address.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("end", address.Query, StringComparison.Ordinal);
        Assert.True(LoginRequest.TryParse(Decode(address), out var read, out _));
        Assert.Null(read!.Language);
        Assert.Empty(read.Fields);
        Assert.Null(read.End);
    }

    [Theory]
    [InlineData("lang", "it")]
    [InlineData("lang", "NL")]
    [InlineData("lang", "")]
    public void A_language_nobody_translated_is_ignored(string name, string value)
    {
        Assert.True(LoginRequest.TryParse([.. Valid(), new(name, value)], out var request, out _));
        Assert.Null(request!.Language);
    }

    [Theory]
    [InlineData("v")]
    [InlineData("nonce")]
    [InlineData("return_to")]
    [InlineData("state")]
    [InlineData("lang")]
    [InlineData("fields")]
    [InlineData("end")]
    public void A_doubled_parameter_is_refused(string name)
    {
        var query = Valid("nl", "identity", End);
        var doubled = query.Append(query.Single(pair => pair.Key == name));

        Assert.True(LoginRequest.TryParse(query, out _, out _));
        Assert.False(LoginRequest.TryParse(doubled, out var request, out var error));
        Assert.Equal(LoginRequestError.Malformed, error);
        Assert.Null(request);
    }

    [Theory]
    [InlineData("v")]
    [InlineData("nonce")]
    [InlineData("return_to")]
    [InlineData("state")]
    public void A_missing_parameter_is_refused(string name)
    {
        Assert.False(LoginRequest.TryParse(Valid().Where(pair => pair.Key != name), out _, out var error));
        Assert.Equal(LoginRequestError.Malformed, error);
    }

    [Theory]
    [InlineData("pin")]
    [InlineData("End")]
    [InlineData("end[]")]
    [InlineData("Nonce")]
    [InlineData("origin")]
    [InlineData("")]
    public void An_unknown_parameter_is_refused(string name)
    {
        Assert.False(LoginRequest.TryParse([.. Valid(), new(name, "x")], out _, out var error));
        Assert.Equal(LoginRequestError.Malformed, error);
    }

    [Theory]
    [InlineData("v", "2", LoginRequestError.UnknownVersion)]
    [InlineData("v", "1.0", LoginRequestError.UnknownVersion)]
    [InlineData("v", "", LoginRequestError.Malformed)]
    [InlineData("v", "123456789", LoginRequestError.Malformed)]
    [InlineData("nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8=", LoginRequestError.Malformed)]
    [InlineData("nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/9=", LoginRequestError.Malformed)]
    [InlineData("nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8", LoginRequestError.Malformed)]
    [InlineData("nonce", " AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8=", LoginRequestError.Malformed)]
    [InlineData("nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+w==", LoginRequestError.Malformed)]
    [InlineData("nonce", "", LoginRequestError.Malformed)]
    [InlineData("state", "AAECAwQFBgcICQoLDA0+/w", LoginRequestError.Malformed)]
    [InlineData("state", "AAECAwQFBgcICQoLDA0-_x", LoginRequestError.Malformed)]
    [InlineData("state", "AAECAwQFBgcICQoLDA0-_w==", LoginRequestError.Malformed)]
    [InlineData("state", "AAECAwQFBgcICQoLDA0-", LoginRequestError.Malformed)]
    [InlineData("state", "AAECAwQFBgcICQoLDA0-\t_", LoginRequestError.Malformed)]
    [InlineData("return_to", "https://loket.example.be/other", LoginRequestError.ReturnAddressRefused)]
    [InlineData("return_to", "http://loket.example.be/signin-eid", LoginRequestError.ReturnAddressRefused)]
    [InlineData("return_to", "", LoginRequestError.ReturnAddressRefused)]
    [InlineData("fields", "salary", LoginRequestError.UnknownField)]
    [InlineData("fields", "identity,Photo", LoginRequestError.UnknownField)]
    [InlineData("fields", "identity, photo", LoginRequestError.UnknownField)]
    [InlineData("fields", "identity,", LoginRequestError.UnknownField)]
    [InlineData("fields", "identity,identity", LoginRequestError.Malformed)]
    [InlineData("fields", "identity,address,photo,identity", LoginRequestError.Malformed)]
    [InlineData("fields", "", LoginRequestError.Malformed)]
    [InlineData("end", "", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8=", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8A", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_9", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-\n8", LoginRequestError.Malformed)]
    [InlineData("end", " AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8", LoginRequestError.Malformed)]
    [InlineData("end", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-&8", LoginRequestError.Malformed)]
    [InlineData("end", "\uFF21AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8", LoginRequestError.Malformed)]
    public void A_value_outside_its_alphabet_is_refused(string name, string value, LoginRequestError expected)
    {
        var query = Valid("nl", "identity", End).Where(pair => pair.Key != name).Append(new(name, value));

        Assert.False(LoginRequest.TryParse(query, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void A_site_cannot_build_what_no_agent_would_take()
    {
        Assert.True(ReturnAddress.TryParse(ReturnTo, out var returnTo));

        Assert.Throws<ArgumentException>(() => LoginRequest.Create("short", returnTo!, State));
        Assert.Throws<ArgumentException>(() => LoginRequest.Create(Nonce, returnTo!, "short"));
        Assert.Throws<ArgumentException>(() => LoginRequest.Create(Nonce, returnTo!, State, "it"));
        Assert.Throws<ArgumentException>(() => LoginRequest.Create(Nonce, returnTo!, State, "nl", ["salary"]));
        Assert.Throws<ArgumentException>(() => LoginRequest.Create(Nonce, returnTo!, State, "nl", [], "short"));
        Assert.Throws<ArgumentException>(() => LoginRequest.Create(Nonce, returnTo!, State, "nl", [], End + "="));
    }

    [Fact]
    public void Its_text_for_logs_has_neither_nonce_nor_state_nor_end()
    {
        Assert.True(LoginRequest.TryParse(Valid("nl", "identity", End), out var request, out _));
        Assert.Equal("LoginRequest for https://loket.example.be", request!.ToString());
    }

    private static List<KeyValuePair<string, string>> Valid(string? language = null, string? fields = null, string? end = null)
    {
        List<KeyValuePair<string, string>> query = [new("v", "1"), new("nonce", Nonce), new("return_to", ReturnTo), new("state", State)];
        if (language is not null)
        {
            query.Add(new("lang", language));
        }

        if (fields is not null)
        {
            query.Add(new("fields", fields));
        }

        if (end is not null)
        {
            query.Add(new("end", end));
        }

        return query;
    }

    private static IEnumerable<KeyValuePair<string, string>> Decode(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).SelectMany(pair => pair.Value, (pair, value) => new KeyValuePair<string, string>(pair.Key, value!));
}
