using System.CommandLine;
using EidAgent.Data;
using EidAgent.Doctor;
using EidAgent.Doctor.Texts;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary><c>doctor</c>: says what is missing for a login. Its output names no person, reader or number, so it can be sent to a helpdesk.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (port, json, language) = (CommandOptions.CertainPort("Port on 127.0.0.1."), CommandOptions.Json(), CommandOptions.Language());
        var command = new Command("doctor", "Checks what a login needs, and says what to do. Reads nothing of a card.") { port, json, language };
        command.SetAction(async (arguments, _) =>
        {
            using var interruption = new Interruption();
            var texts = DoctorTexts.In(CommandLanguage.Of(arguments.GetValue(language)));
            var run = new DoctorRun(new PcscResourceManager(), TimeProvider.System) { Port = arguments.GetValue(port), DataFolder = KeptFiles.UsualFolder() };
            try
            {
                var findings = await run.RunAsync(interruption.Token);
                await Console.Out.WriteAsync(arguments.GetValue(json) ? DoctorReport.Json(findings, texts) + "\n" : DoctorReport.Text(findings, texts));
                return (int)(findings.Any(finding => finding.Status() == DoctorStatus.Problem) ? ExitCode.ProblemFound : ExitCode.Done);
            }
            catch (OperationCanceledException)
            {
                return (int)ExitCode.Cancelled;
            }
        });
        return command;
    }
}
