using System.Net;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>A running test PKI, a citizen's certificate of it, and a plain client that hands what comes to the same judges as a login does.</summary>
internal sealed class BehaviourBench : IAsyncDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Certificate leaf;
    private readonly Certificate ca;

    private BehaviourBench(TestPkiServer server, string citizen, ManualTimeProvider clock)
    {
        (Server, Clock) = (server, clock);
        var login = server.SignLogin(citizen, "https://loket.example.be", Convert.ToBase64String(new byte[32]));
        Assert.True(LoginToken.TryParse(login.Token, out var token));
        Assert.True(Certificate.TryRead(token!.UnverifiedCertificate, out var read));
        Assert.True(CertificateBag.TryParse(login.Chain, out var chain));
        leaf = read!;
        Assert.True(Certificate.TryRead(chain[0], out read));
        ca = read!;
    }

    public TestPkiServer Server { get; }

    public ManualTimeProvider Clock { get; }

    public static async Task<BehaviourBench> StartAsync(string citizen)
    {
        var clock = new ManualTimeProvider();
        return new BehaviourBench(await TestPkiServer.StartAsync(SharedPki.Folder, clock, cancellation: TestContext.Current.CancellationToken), citizen, clock);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }

    public ServiceConduct Conduct(ResponderService service) => service switch
    {
        ResponderService.Ocsp => Server.Ocsp,
        ResponderService.Crl => Server.Crl,
        _ => Server.Certificates,
    };

    /// <summary>Asks that service as a site does.</summary>
    public async Task<HttpResponseMessage> SendAsync(ResponderService service, OcspQuestion? question = null)
    {
        using var request = service switch
        {
            ResponderService.Ocsp => Post(question ?? Question()),
            ResponderService.Crl => new HttpRequestMessage(HttpMethod.Get, AllowedAddress.OfList(leaf, isTest: true)),
            _ => new HttpRequestMessage(HttpMethod.Get, AllowedAddress.OfIssuer(leaf, isTest: true)),
        };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What a site would make of the service: Good, the transport's fault, or what the judge says.</summary>
    public async Task<string> ObserveAsync(ResponderService service)
    {
        var question = Question();
        try
        {
            using var response = await SendAsync(service, question);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return $"status {(int)response.StatusCode}";
            }

            if (response.Content.Headers.ContentEncoding.Count > 0)
            {
                return "encoded " + string.Join(',', response.Content.Headers.ContentEncoding);
            }

            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            return Type(service) != response.Content.Headers.ContentType?.MediaType
                ? $"type {response.Content.Headers.ContentType?.MediaType}"
                : service == ResponderService.Crl ? await ListAsync(body)
                : await BytesAsync(body) is not { } bytes ? "too large"
                : service == ResponderService.Ocsp ? Answer(question, bytes)
                : Issuer(bytes);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return "broken";
        }
    }

    public OcspQuestion Question() => OcspQuestion.About(leaf, Authority(ca), AllowedAddress.OfResponder(leaf, isTest: true)!);

    private static CertificateAuthority Authority(Certificate certificate) => new(certificate, VerificationKey.Of(certificate)!);

    private static string Type(ResponderService service) => service switch
    {
        ResponderService.Ocsp => "application/ocsp-response",
        ResponderService.Crl => "application/pkix-crl",
        _ => "application/pkix-cert",
    };

    private static HttpRequestMessage Post(OcspQuestion question)
    {
        var content = new ReadOnlyMemoryContent(question.Request);
        content.Headers.ContentType = new("application/ocsp-request");
        return new HttpRequestMessage(HttpMethod.Post, question.Address) { Content = content };
    }

    // 64 KiB, as a site takes; null when there is more.
    private static async Task<byte[]?> BytesAsync(Stream body)
    {
        var buffer = new byte[(64 * 1024) + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
        return length == buffer.Length ? null : buffer[..length];
    }

    private string Answer(OcspQuestion question, byte[] body) =>
        OcspJudge.Judge(question, body, OcspRules.ForHolder(nonceRequired: false), Clock.GetUtcNow()).Rejection?.ToString() ?? "Good";

    private async Task<string> ListAsync(Stream body)
    {
        var reading = await CrlReader.ReadAsync(body, CrlLimits.Default, null, TestContext.Current.CancellationToken);
        if (reading.List is not { } list)
        {
            return reading.Defect.ToString()!;
        }

        var verdict = CrlJudge.Judge(list, Authority(ca), CrlSubject.Of(leaf), CrlRules.ForHolder, Clock.GetUtcNow());
        return verdict.Defect?.ToString() ?? (verdict.Status == CrlStatus.NotListed ? "Good" : verdict.Status.ToString());
    }

    // The very certificate that issued the leaf: same name, and its key verifies the leaf.
    private string Issuer(byte[] body) =>
        !Certificate.TryRead(body, out var served) ? "no certificate"
        : !served!.Subject.Span.SequenceEqual(leaf.Issuer.Span) ? "other certificate"
        : served.Signature.Span.SequenceEqual(ca.Signature.Span) ? "Good"
        : "other signature";
}
