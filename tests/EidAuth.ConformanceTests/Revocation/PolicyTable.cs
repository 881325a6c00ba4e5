using System.Text.Json;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>One table of docs/revocation.md: about whom, in which mode, and whether the list can be fetched or is only what the site holds already.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Policy">The mode.</param>
/// <param name="IsIssuer">About the issuing CA.</param>
/// <param name="CanFetch">The certificate names its list.</param>
internal sealed record PolicyTable(string Title, RevocationPolicy Policy, bool IsIssuer, bool CanFetch)
{
    /// <summary>All of them, in the page's order.</summary>
    public static readonly PolicyTable[] All =
    [
        new("Holder, hard-fail, the list can be fetched", RevocationPolicy.HardFail, false, true),
        new("Holder, hard-fail, the list is held already", RevocationPolicy.HardFail, false, false),
        new("Holder, CRL-first, the list can be fetched", RevocationPolicy.CrlFirst, false, true),
        new("Holder, CRL-first, the list is held already", RevocationPolicy.CrlFirst, false, false),
        new("Holder, grace of an hour, the list can be fetched", RevocationPolicy.Grace(TimeSpan.FromHours(1)), false, true),
        new("Holder, grace of an hour, the list is held already", RevocationPolicy.Grace(TimeSpan.FromHours(1)), false, false),
        new("Issuing CA, hard-fail, the list can be fetched", RevocationPolicy.HardFail, true, true),
        new("Issuing CA, hard-fail, the list is held already", RevocationPolicy.HardFail, true, false),
    ];

    /// <summary>What the page says, in the row of that word.</summary>
    public string Stated(ResponderWord responder)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "revocation.md"));
        var heading = Array.IndexOf(lines, "### " + Title);
        Assert.True(heading >= 0, $"docs/revocation.md lacks \"{Title}\"");
        return lines.Skip(heading + 1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith('|')).ElementAt(2 + (int)responder);
    }

    /// <summary>The same row as the code has it.</summary>
    public string Row(ResponderWord responder) =>
        $"| {JsonNamingPolicy.SnakeCaseLower.ConvertName(responder.ToString()).Replace('_', ' ')} | {string.Join(" | ", Enum.GetValues<ListWord>().Select(list => Cell(responder, list)))} |";

    /// <summary>What a login comes to, by whom, and who was asked in which order.</summary>
    public string Cell(ResponderWord responder, ListWord list)
    {
        var (finding, asked) = Find(responder, list);
        var outcome = finding.Rejection is { } reason ? $"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString())}`" : "passes";
        var by = finding is { IsDecided: true, Evidence: { } evidence } ? $" by {(evidence.Source == RevocationSource.Ocsp ? "answer" : "list")}{(evidence.IsGrace ? " in grace" : "")}" : "";
        return $"{outcome}{by} ({asked})";
    }

    /// <summary>Runs it.</summary>
    public (RevocationFinding Finding, string Asked) Find(ResponderWord responder, ListWord list)
    {
        var scenario = Scenario(responder, list);
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var finding = scenario.Find(IsIssuer ? pending.Issuer : pending.Holder);
        return (finding, scenario.Asked.Count == 0 ? "-" : string.Concat(scenario.Asked.Select(asked => asked.EndsWith("ocsp", StringComparison.Ordinal) ? 'R' : 'L')));
    }

    private LoginScenario Scenario(ResponderWord responder, ListWord list)
    {
        var scenario = LoginScenario.Ec();
        scenario.Policy = Policy;
        if (CanFetch)
        {
            scenario.WithListAddresses();
        }

        var (subject, authority, answer) = IsIssuer ? (scenario.Ca, scenario.Root, scenario.IssuerAnswer) : (scenario.Leaf, scenario.Ca, scenario.HolderAnswer);
        Say(scenario, answer, subject, responder);
        if (List(list, subject, authority, scenario.Now) is { } encoded)
        {
            _ = (CanFetch, IsIssuer) switch
            {
                (true, true) => scenario.IssuerList = () => encoded,
                (true, false) => scenario.HolderList = () => encoded,
                (false, true) => scenario.HeldIssuerList = () => encoded,
                _ => scenario.HeldHolderList = () => encoded,
            };
        }

        return scenario;
    }

    private static void Say(LoginScenario scenario, ForgedOcspAnswer answer, ForgedCertificate subject, ResponderWord word)
    {
        switch (word)
        {
            case ResponderWord.Revoked:
                answer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 1);
                break;
            case ResponderWord.OnHold:
                answer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 6);
                break;
            case ResponderWord.Unknown:
                answer.CertificateStatus = ForgedOcspAnswer.Unknown;
                break;
            case ResponderWord.Broken:
                answer.ChangeSignature = signature => Forge.FlipBit(signature, -1);
                break;
            case ResponderWord.NoAnswer:
                scenario.HolderResponderIsDown = scenario.RootResponderIsDown = true;
                break;
            case ResponderWord.NoResponder:
                subject.Without(Forge.AuthorityInformationAccess);
                break;
            default:
                break;
        }
    }

    private static byte[]? List(ListWord word, ForgedCertificate subject, ForgedCertificate authority, DateTimeOffset now)
    {
        var list = ForgedCrl.Of(authority, now);
        switch (word)
        {
            case ListWord.Revoked:
                list.Entries = [ForgedCrl.Entry(subject.SerialNumber, now.AddDays(-1), ForgedCrl.Reason(1))];
                break;
            case ListWord.OnHold:
                list.Entries = [ForgedCrl.Entry(subject.SerialNumber, now.AddDays(-1), ForgedCrl.Reason(6))];
                break;
            case ListWord.EndedWithinGrace:
                (list.ThisUpdate, list.NextUpdate) = (now.AddHours(-5), now.AddMinutes(-30));
                break;
            case ListWord.EndedBefore:
                (list.ThisUpdate, list.NextUpdate) = (now.AddHours(-5), now.AddHours(-2));
                break;
            default:
                break;
        }

        return word == ListWord.NoList ? null : list.Encode();
    }
}
