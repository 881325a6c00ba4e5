using System.CommandLine;
using Demo;
using Demo.Smoke;

var smoke = new Option<bool>("--smoke") { Description = "Do one whole login without a browser, print the claims as JSON and exit." };
var citizen = new Option<string>("--citizen") { Description = "Whose card, for --smoke.", DefaultValueFactory = _ => "adult-18" };
var root = new RootCommand("Simulator, agent and town site in one process: no card, no root, nothing installed.") { smoke, citizen };
root.SetAction((parsed, cancellation) => parsed.GetValue(smoke)
    ? SmokeRun.RunAsync(parsed.GetValue(citizen)!, Console.Out, Console.Error, cancellation)
    : DemoRun.RunAsync(Console.Out, Console.Error, cancellation));

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
