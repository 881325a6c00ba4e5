using EidAgent.Peer;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Service;
using EidAuth.PcSc;

namespace EidAgent.Doctor;

/// <summary>One <c>doctor</c>: every check, in the order in which a login meets it.</summary>
/// <param name="Readers">The system's PC/SC service.</param>
/// <param name="Clock">What time it is, and how long is waited.</param>
internal sealed record DoctorRun(IResourceManager Readers, TimeProvider Clock)
{
    public required int Port { get; init; }

    /// <summary>Where the agent would keep what outlives it; null when the user has no home.</summary>
    public required string? DataFolder { get; init; }

    /// <summary>Root's folder of the system part.</summary>
    public string Places { get; init; } = PortPlaces.Folder;

    /// <summary>Where a PIN can be typed.</summary>
    public PromptSurroundings Surroundings { get; init; } = PromptSurroundings.OfThisProcess();

    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellation)
    {
        var systemPart = DoctorChecks.SystemPart(Places);
        var answer = await PortQuestion.AskAsync(Port, Clock, cancellation);
        return
        [
            DoctorChecks.Port(PortHolder.Find(Port).Kind, answer, systemPart),
            await DoctorChecks.OwnerAsync(PeerUser.Find, cancellation),
            systemPart,
            .. DoctorChecks.Cards(Readers),
            DoctorChecks.Pin(Surroundings),
            DoctorChecks.Folder(DataFolder),
            DoctorChecks.Clock(Clock),
        ];
    }
}
