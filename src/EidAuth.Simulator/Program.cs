using System.CommandLine;
using EidAuth.Simulator.Verbs;

return await new RootCommand("Simulated Belgian eID cards, readers and OCSP responders, for testing.")
{
    CitizensVerb.Make(),
    InsertVerb.Make(),
    PkiVerb.Make(),
    ReaderVerb.Make(),
    ResponderVerb.Make(),
}.Parse(args).InvokeAsync();
