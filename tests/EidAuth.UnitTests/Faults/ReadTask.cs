using EidAuth.Belpic;

namespace EidAuth.UnitTests.Faults;

/// <summary>Everything on the card with its proof: it is what a fault-free run reads, or the proof says that it is not.</summary>
internal sealed class ReadTask(FaultWorld world) : FaultTask(world)
{
    private Dictionary<string, string> whole = [];

    public override object Do(BelpicSession session) => session.ReadAndJudge(FaultWorld.Anchors, TimeProvider.System.GetUtcNow());

    public override void Learn(object result) => whole = Files(((CardReading)result).Content);

    public override IEnumerable<string> Judge(object result)
    {
        if (result is not CardReading(var content, var proof))
        {
            yield break;
        }

        var different = Files(content).Where(file => whole[file.Key] != file.Value).Select(file => file.Key).ToList();
        if (different.Count == 0 && !proof.IsGenuine)
        {
            yield return "whole and called not genuine: " + string.Join(", ", proof.Faults);
        }
        else if (different.Count > 0 && proof.IsGenuine)
        {
            yield return $"called genuine with another {string.Join(", ", different)}; remarks {string.Join(", ", proof.Remarks)}";
        }
    }

    private static Dictionary<string, string> Files(CardContent content) => new()
    {
        ["applet"] = content.Applet.ToString(),
        ["chip number"] = Text(content.ChipNumber),
        ["identity"] = Text(content.Identity?.Raw),
        ["identity signature"] = Text(content.IdentitySignature),
        ["address"] = Text(content.Address?.Raw),
        ["address signature"] = Text(content.AddressSignature),
        ["photo"] = Text(content.Photo),
        ["National Register's certificate"] = Text(content.NationalRegisterCertificate),
        ["root"] = Text(content.RootCertificate),
        ["authentication certificate"] = Text(content.AuthenticationCertificate),
        ["basic key"] = Text(content.BasicKey),
    };

    private static string Text(ReadOnlyMemory<byte>? file) => file is { } bytes ? Convert.ToHexString(bytes.Span) : "none";
}
