using EidAgent.Pages;
using EidAgent.Ports.Install;

namespace EidAgent.Commands;

/// <summary><c>install --system</c> and <c>uninstall --system</c>, as a person sees them.</summary>
internal static class SystemPartRun
{
    public static int Install(UiLanguage language, TextWriter output, TextWriter errors) =>
        Tell(new SystemSetup("/").Install(output), SystemSetupTexts.In(language), texts => texts.Installed, output, errors);

    public static int Uninstall(UiLanguage language, TextWriter output, TextWriter errors) =>
        Tell(new SystemSetup("/").Uninstall(output), SystemSetupTexts.In(language), texts => texts.Removed, output, errors);

    private static int Tell(SystemSetupEnding ending, SystemSetupTexts texts, Func<SystemSetupTexts, string> done, TextWriter output, TextWriter errors)
    {
        (ending == SystemSetupEnding.Done ? output : errors).WriteLine(ending switch
        {
            SystemSetupEnding.Done => done(texts),
            SystemSetupEnding.NotRoot => texts.NotRoot,
            SystemSetupEnding.ProgramNotRoots => texts.ProgramNotRoots,
            _ => texts.StepFailed,
        });
        return (int)(ending == SystemSetupEnding.Done ? ExitCode.Done : ExitCode.SetupFailed);
    }
}
