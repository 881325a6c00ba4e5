using System.CommandLine;
using EidAuth.Benchmarks.Agent;
using EidAuth.Benchmarks.Card;
using EidAuth.Benchmarks.Validation;

var gate = new Command("gate", "Measures, prints the figures beside their budgets, and exits with 1 when one is over.")
{
    AgentGate.Create(),
    CardGate.Create(),
    ValidationGate.Create(),
};
return await new RootCommand("What the project's budgets are measured with.") { gate }.Parse(args).InvokeAsync();
