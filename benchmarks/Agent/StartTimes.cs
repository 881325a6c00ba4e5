namespace EidAuth.Benchmarks.Agent;

/// <summary>One start of a program.</summary>
/// <param name="Ready">Milliseconds from the start of the process until its port takes a connection.</param>
/// <param name="Page">Until its first answer was there whole.</param>
/// <param name="Processor">Processor time of the process until then, in milliseconds.</param>
internal readonly record struct StartTimes(double Ready, double Page, double Processor);
