using System.Text;
using EidAuth.Login;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>What a site asks of the agent: four lines, nonce, return address, state and end text.</summary>
internal static class AddressTarget
{
    private static readonly IReadOnlyList<byte[]> Seeds =
    [
        .. ((string[])["https://xn--lige-6oa.example:8443/base/%C3%A9/signin-eid", "https://loket.example.be/signin-eid", "http://[::1]:5000/signin-eid", "http://a.localhost/x/signin-eid", "http://127.0.0.1:1/signin-eid"])
            .Select(address => Encoding.UTF8.GetBytes($"{LoginScenario.Nonce}\n{address}\nAAECAwQFBgcICQoLDA0-_w\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8")),
    ];

    public static MutationTarget Create() => new("address", Seeds, Pieces.Lines, Parse) { AllocatedAtMost = 64 * 1024, AllocatedPerByte = 128 };

    private static Parsed Parse(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        string Line(int number) => number < lines.Length ? lines[number] : "";
        var work = Work.Begin();
        var accepted = ReturnAddress.TryParse(Line(1), out var address);
        var parsed = work.End(accepted);
        if (address is not null)
        {
            Assert.EndsWith("/signin-eid", address.Uri.AbsolutePath, StringComparison.Ordinal);
            Assert.Equal(address.Origin.Value, address.Uri.GetLeftPart(UriPartial.Authority));
            Assert.True(address.Uri.Scheme == "https" || address.Origin.IsLoopback);
            Assert.True(address.Uri.Query.Length == 0 && address.Uri.Fragment.Length == 0 && address.Uri.UserInfo.Length == 0);
            Assert.NotNull(address.Origin.DisplayHost);
            Assert.True(ReturnAddress.TryParse(address.Uri.AbsoluteUri, out var again));
            Assert.Equal(address, again);
            Assert.Equal(address.Uri.AbsoluteUri + "/end", address.EndAddress.AbsoluteUri);
        }

        if (Origin.TryParse(Line(1), out var origin))
        {
            Assert.True(Origin.TryParse(origin!.Value, out var again) && again!.Value == origin.Value);
        }

        var isRequest = LoginRequest.TryParse([new("v", "1"), new("nonce", Line(0)), new("return_to", Line(1)), new("state", Line(2)), new("end", Line(3))], out var request, out _);
        Assert.True(!isRequest || (accepted && request!.ReturnTo.Equals(address) && request.End == Line(3)));
        return parsed;
    }
}
