namespace EidAuth.Testing.Processes;

/// <summary>How a short program ended.</summary>
public sealed record ProcessResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Both outputs, for a failure's message.</summary>
    public string All => StandardOutput + StandardError;
}
