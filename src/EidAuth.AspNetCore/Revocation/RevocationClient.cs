using EidAuth.Pki;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>Does what a <see cref="RevocationCheck"/> wants done, until it concludes.</summary>
internal sealed class RevocationClient(OcspClient ocsp, TimeProvider clock)
{
    private readonly CrlStore lists = new();
    private readonly OcspAnswerCache answers = new();

    /// <summary>What is known about that certificate, after everybody was asked who has to be.</summary>
    public async Task<RevocationFinding> FindAsync(RevocationQuestion question, CancellationToken cancellation)
    {
        var check = new RevocationCheck(question, RevocationPolicy.HardFail, lists, answers);
        while (true)
        {
            switch (check.Next(clock.GetUtcNow()))
            {
                case RevocationStep.AskResponder ask:
                    var body = await ocsp.AskAsync(ask.Question.Address, ask.Question.Request, cancellation);
                    check.TakeAnswer(body, clock.GetUtcNow());
                    break;
                case RevocationStep.FetchList:
                    check.ListTried();
                    break;
                case RevocationStep.Conclude conclude:
                    return conclude.Finding;
            }
        }
    }
}
