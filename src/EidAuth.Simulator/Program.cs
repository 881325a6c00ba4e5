using System.CommandLine;
using EidAuth.Simulator.Verbs;

// A signal ends a verb in its own way, card out and files closed, also where a machine is so busy that this takes longer than the usual two seconds.
var patient = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await new RootCommand("Simulated Belgian eID cards, readers and OCSP responders, for testing.")
{
    CitizensVerb.Make(),
    InsertVerb.Make(),
    PkiVerb.Make(),
    ReaderVerb.Make(),
    ResponderVerb.Make(),
}.Parse(args).InvokeAsync(patient);
