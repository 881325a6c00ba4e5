using System.CommandLine;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Verbs;

/// <summary>The options of every verb that opens the test PKI.</summary>
internal sealed class PkiOptions
{
    /// <summary><c>--pki DIR</c>.</summary>
    public Option<string?> Folder { get; } = new("--pki")
    {
        Description = "Folder of the test PKI, made when absent. Default: ~/.local/share/eidauth-sim/pki.",
        HelpName = "DIR",
    };

    /// <summary><c>--responder URL</c>.</summary>
    public Option<Uri> Responder { get; } = new("--responder")
    {
        Description = "Where the OCSP responder listens; the certificates name it.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:35355/"),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp)
            {
                return address;
            }

            result.AddError("--responder wants an http address, for example http://127.0.0.1:35355/.");
            return null;
        },
    };

    /// <summary><c>--before-2017</c>.</summary>
    public Option<bool> Before2017 { get; } = new("--before-2017")
    {
        Description = "RSA certificates with the addresses of cards before 2017: caIssuers names the root, the issuing CA names no OCSP responder.",
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(Folder);
        verb.Options.Add(Responder);
        verb.Options.Add(Before2017);
    }

    /// <summary>Opens the PKI that the command line names.</summary>
    public TestPki Open(ParseResult invocation) =>
        TestPki.Open(
            invocation.GetValue(Folder) ?? TestPki.DefaultFolder,
            invocation.GetRequiredValue(Responder),
            TimeProvider.System,
            invocation.GetValue(Before2017) ? PkiHabits.Before2017 : PkiHabits.Usual);
}
