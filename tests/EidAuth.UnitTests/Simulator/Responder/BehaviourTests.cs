using System.Text.Json;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Simulator.Verbs;
using EidAuth.Testing;
using Xunit;
using static EidAuth.Simulator.Responder.ResponderBehaviour;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>Each behaviour of each service is what its name says, by the same judges that a login has; and the service is well again afterwards.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class BehaviourTests(BehaviourBenches benches) : IClassFixture<BehaviourBenches>
{
    private static readonly (ResponderBehaviour Behaviour, string Ocsp, string Crl, string Certificate)[] OfAllServices =
    [
        (ResponderBehaviour.Good, "Good", "Good", "Good"),
        (Huge, "too large", nameof(CrlDefect.TooLarge), "too large"),
        (Endless, "too large", nameof(CrlDefect.TrailingBytes), "too large"),
        (GzipBomb, "encoded gzip", "encoded gzip", "encoded gzip"),
        (Html, "type text/html", "type text/html", "type text/html"),
        (Redirect, "status 307", "status 307", "status 307"),
        (ServerError, "status 500", "status 500", "status 500"),
        (NotFound, "status 404", "status 404", "status 404"),
        (WrongContentType, "type text/plain", "type text/plain", "type text/plain"),
        (Reset, "broken", "broken", "broken"),
        (HalfWay, "broken", "broken", "broken"),
        (Empty, nameof(LoginRejection.OcspUnavailable), nameof(CrlDefect.Truncated), "no certificate"),
        (Truncated, nameof(LoginRejection.OcspMalformed), nameof(CrlDefect.Truncated), "no certificate"),
        (TrailingBytes, nameof(LoginRejection.OcspMalformed), nameof(CrlDefect.TrailingBytes), "no certificate"),
        (BadSignature, nameof(LoginRejection.OcspSignature), nameof(CrlDefect.SignatureInvalid), "other signature"),
    ];

    private static readonly (ResponderBehaviour Behaviour, ResponderService Service, string Outcome)[] OfSome =
    [
        (Sha1Signature, ResponderService.Ocsp, nameof(LoginRejection.OcspAlgorithm)),
        (Stale, ResponderService.Ocsp, nameof(LoginRejection.OcspStale)),
        (Future, ResponderService.Ocsp, nameof(LoginRejection.OcspNotYetValid)),
        (NoNextUpdate, ResponderService.Ocsp, nameof(LoginRejection.OcspStale)),
        (UnknownCriticalExtension, ResponderService.Ocsp, nameof(LoginRejection.OcspCriticalExtension)),
        (Revoked, ResponderService.Ocsp, nameof(LoginRejection.CertificateRevoked)),
        (RevokedInFuture, ResponderService.Ocsp, nameof(LoginRejection.CertificateRevoked)),
        (OnHold, ResponderService.Ocsp, nameof(LoginRejection.CertificateOnHold)),
        (Unknown, ResponderService.Ocsp, nameof(LoginRejection.OcspUnknown)),
        (WrongNonce, ResponderService.Ocsp, nameof(LoginRejection.OcspNonce)),
        (NoNonce, ResponderService.Ocsp, "Good"),
        (TwoAnswers, ResponderService.Ocsp, nameof(LoginRejection.OcspCertificateMismatch)),
        (OtherSerial, ResponderService.Ocsp, nameof(LoginRejection.OcspCertificateMismatch)),
        (SiblingResponder, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderUnauthorized)),
        (RootResponder, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderUnauthorized)),
        (ExpiredDelegate, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderInvalid)),
        (NotYetValidDelegate, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderInvalid)),
        (DelegateWithoutOcspSigning, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderUnauthorized)),
        (DelegateWithoutNoCheck, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderRevocation)),
        (CitizenAsResponder, ResponderService.Ocsp, nameof(LoginRejection.OcspResponderUnauthorized)),
        (MalformedRequest, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (InternalError, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (TryLater, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (TryLaterOnce, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (SigRequired, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (Unauthorized, ResponderService.Ocsp, nameof(LoginRejection.OcspUnavailable)),
        (Sha1Signature, ResponderService.Crl, nameof(CrlDefect.AlgorithmNotAllowed)),
        (Stale, ResponderService.Crl, nameof(CrlDefect.Stale)),
        (Future, ResponderService.Crl, nameof(CrlDefect.NotYetValid)),
        (NoNextUpdate, ResponderService.Crl, nameof(CrlDefect.NoNextUpdate)),
        (UnknownCriticalExtension, ResponderService.Crl, nameof(CrlDefect.CriticalExtension)),
        (Revoked, ResponderService.Crl, nameof(CrlStatus.Revoked)),
        (RevokedInFuture, ResponderService.Crl, nameof(CrlStatus.Revoked)),
        (OnHold, ResponderService.Crl, nameof(CrlStatus.OnHold)),
        (OtherKey, ResponderService.Crl, nameof(CrlDefect.SignatureInvalid)),
        (RolledBack, ResponderService.Crl, "Good"),
        (Delta, ResponderService.Crl, nameof(CrlDefect.Delta)),
        (LongList, ResponderService.Crl, "Good"),
        (OtherAuthority, ResponderService.Crl, nameof(CrlDefect.IssuerMismatch)),
        (OtherAuthority, ResponderService.Certificate, "other certificate"),
    ];

    // In SlowBehaviourTests, under a clock that is moved.
    private static readonly ResponderBehaviour[] Slow = [Late, Silent, Dripping];

    private static IEnumerable<(ResponderBehaviour Behaviour, ResponderService Service, string Outcome)> Table =>
        OfAllServices.SelectMany(row => new[]
        {
            (row.Behaviour, ResponderService.Ocsp, row.Ocsp),
            (row.Behaviour, ResponderService.Crl, row.Crl),
            (row.Behaviour, ResponderService.Certificate, row.Certificate),
        }).Concat(OfSome);

    public static IEnumerable<TheoryDataRow<string, ResponderBehaviour, ResponderService, string>> Rows() =>
        from citizen in new[] { "adult-17", "adult-18" }
        from row in Table
        select new TheoryDataRow<string, ResponderBehaviour, ResponderService, string>(citizen, row.Behaviour, row.Service, row.Outcome);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_service_does_what_the_behaviour_says_and_is_well_afterwards(
        string citizen, ResponderBehaviour behaviour, ResponderService service, string outcome)
    {
        var bench = benches.Of(citizen);
        var conduct = bench.Conduct(service);
        var before = conduct.Requests;
        conduct.Behave(behaviour);

        Assert.Equal(outcome, await bench.ObserveAsync(service));
        Assert.Equal(before + 1, conduct.Requests);
        if (behaviour != TryLaterOnce)
        {
            conduct.Behave(ResponderBehaviour.Good);
        }

        Assert.Equal("Good", await bench.ObserveAsync(service));
    }

    [Fact]
    public void Every_behaviour_has_its_row()
    {
        var tried = Table.Select(row => (row.Behaviour, row.Service))
            .Concat(from behaviour in Slow from service in Services() select (behaviour, service))
            .ToHashSet();

        var existing = from behaviour in Enum.GetValues<ResponderBehaviour>() from service in Services() where BehaviourName.ServicesOf(behaviour).HasFlag(service) select (behaviour, service);

        Assert.Equal(existing.ToHashSet(), tried);
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task The_testers_page_says_what_happens(ResponderBehaviour behaviour)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "testers.md"), TestContext.Current.CancellationToken);
        var line = Assert.Single(lines, line => line.StartsWith($"| `{BehaviourName.Of(behaviour)}` | ", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 6);
        var cells = line.Split('|').Select(cell => cell.Trim()).ToArray();

        Assert.Equal(string.Join(' ', PlannedBehaviour.Lines().Single(one => one.StartsWith(cells[1].Trim('`') + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]), cells[2]);
        if (!Slow.Contains(behaviour))
        {
            Assert.StartsWith(behaviour == TryLaterOnce ? "logs in at the second try" : Login(Outcome(behaviour, ResponderService.Ocsp)), cells[4], StringComparison.Ordinal);
            Assert.StartsWith(List(Outcome(behaviour, ResponderService.Crl)), cells[5], StringComparison.Ordinal);
            Assert.Equal(Outcome(behaviour, ResponderService.Ocsp) is null, cells[4].Length == 0);
            Assert.Equal(Outcome(behaviour, ResponderService.Crl) is null, cells[5].Length == 0);
        }
    }

    public static IEnumerable<TheoryDataRow<ResponderBehaviour>> Behaviours() => Enum.GetValues<ResponderBehaviour>().Select(behaviour => new TheoryDataRow<ResponderBehaviour>(behaviour));

    private static string? Outcome(ResponderBehaviour behaviour, ResponderService service) =>
        Table.Where(row => (row.Behaviour, row.Service) == (behaviour, service)).Select(row => row.Outcome).SingleOrDefault();

    private static string Login(string? outcome) =>
        outcome is null ? ""
        : outcome == "Good" ? "logs in"
        : Enum.TryParse<LoginRejection>(outcome, out var rejection) ? $"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(rejection.ToString())}`"
        : "`ocsp_unavailable`";

    private static string List(string? outcome) =>
        outcome is null ? ""
        : outcome == "Good" ? "taken"
        : Enum.TryParse<CrlDefect>(outcome, out _) || Enum.TryParse<CrlStatus>(outcome, out _) ? $"`{outcome}`"
        : "none";

    private static ResponderService[] Services() => [ResponderService.Ocsp, ResponderService.Crl, ResponderService.Certificate];
}
