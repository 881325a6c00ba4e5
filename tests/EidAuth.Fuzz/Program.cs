using System.CommandLine;
using EidAuth.Fuzz;

return await FuzzCommand.Create().Parse(args).InvokeAsync();
