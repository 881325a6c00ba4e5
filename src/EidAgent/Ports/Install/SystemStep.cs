namespace EidAgent.Ports.Install;

/// <summary>A program of the system that is run to take the files into use.</summary>
/// <param name="Program">Absolute path.</param>
/// <param name="Arguments">One by one.</param>
internal sealed record SystemStep(string Program, params string[] Arguments)
{
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
