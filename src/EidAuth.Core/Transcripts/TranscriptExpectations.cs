namespace EidAuth.Transcripts;

/// <summary>How expectations are written.</summary>
internal static class TranscriptExpectations
{
    private static readonly (TranscriptExpectation Expectation, string Word)[] Words =
    [
        (TranscriptExpectation.Read, "read"),
        (TranscriptExpectation.Login, "login"),
        (TranscriptExpectation.NoCertificate, "no-certificate"),
        (TranscriptExpectation.NotActivated, "not-activated"),
        (TranscriptExpectation.NotBelgian, "not-belgian"),
    ];

    public static string Word(this TranscriptExpectation expectation) => Words.First(pair => pair.Expectation == expectation).Word;

    public static bool TryFind(string word, out TranscriptExpectation expectation)
    {
        foreach (var pair in Words)
        {
            if (pair.Word == word)
            {
                expectation = pair.Expectation;
                return true;
            }
        }

        expectation = default;
        return false;
    }
}
