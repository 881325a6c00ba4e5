namespace EidAgent.Prompts;

/// <summary>The systems that differ in where a PIN is typed.</summary>
internal enum PromptSystem
{
    Linux,
    Windows,
    MacOs,
}
