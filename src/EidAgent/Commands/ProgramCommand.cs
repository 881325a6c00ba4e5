using System.CommandLine;

namespace EidAgent.Commands;

/// <summary>One of the program's commands, not made yet.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Create">Makes it, with its options.</param>
internal sealed record ProgramCommand(string Name, Func<Command> Create);
