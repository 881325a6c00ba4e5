namespace EidAuth.IntegrationTests.Sweep;

/// <summary>What goes wrong around the running program. Each is a row of docs/faults.md, by its name.</summary>
public enum Fault
{
    AgentKilled,
    AgentStopped,
    ServiceKilled,
    ServiceRestarted,
    ReaderUnplugged,
    CardPulled,
    CardSwapped,
    CardReset,
    PromptKilled,
    PromptHangs,
    DiskFull,
    DataFolderRemoved,
    ClockForward,
    ClockBack,
    NetworkGone,
    BrowserGone,
}
