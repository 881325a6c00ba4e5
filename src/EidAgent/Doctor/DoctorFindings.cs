using System.Text.Json;

namespace EidAgent.Doctor;

/// <summary>Code, check and meaning of each finding.</summary>
internal static class DoctorFindings
{
    /// <summary>The stable code: the name in snake_case.</summary>
    public static string Code(this DoctorFinding finding) => JsonNamingPolicy.SnakeCaseLower.ConvertName(finding.ToString());

    /// <summary>The check it is one of: its code up to what was found.</summary>
    public static string Check(this DoctorFinding finding) => finding is >= DoctorFinding.SystemPartAbsent and <= DoctorFinding.SystemPartUnsafe
        ? "system_part"
        : finding.Code().Split('_')[0];

    public static DoctorStatus Status(this DoctorFinding finding) => finding switch
    {
        DoctorFinding.PortOwnAgent or DoctorFinding.PortSystemPart or DoctorFinding.OwnerTold or DoctorFinding.SystemPartAbsent or DoctorFinding.SystemPartReady
            or DoctorFinding.ServiceRuns or DoctorFinding.ReaderFound or DoctorFinding.CardBelgian or DoctorFinding.PinWindow or DoctorFinding.PinTerminal
            or DoctorFinding.FolderWritable or DoctorFinding.ClockPlausible => DoctorStatus.Ok,
        DoctorFinding.PortFree or DoctorFinding.SystemPartNoPlace or DoctorFinding.CardMissing or DoctorFinding.CardForeign or DoctorFinding.CardMute
            or DoctorFinding.PinNowhere => DoctorStatus.Warning,
        _ => DoctorStatus.Problem,
    };
}
