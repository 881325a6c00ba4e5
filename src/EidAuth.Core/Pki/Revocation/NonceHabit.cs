namespace EidAuth.Pki;

/// <summary>What a responder does with the nonce of a question (RFC 9654).</summary>
public enum NonceHabit
{
    /// <summary>It may leave it out: its answers are signed ahead, or it does not care. Time alone then bounds what can be played back.</summary>
    MayLeaveOut,

    /// <summary>It always repeats it: an answer without is refused.</summary>
    Repeats,

    /// <summary>It does not answer questions that have one: none is put in.</summary>
    Refuses,
}
