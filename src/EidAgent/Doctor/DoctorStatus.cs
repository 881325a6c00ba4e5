namespace EidAgent.Doctor;

/// <summary>What a finding means.</summary>
internal enum DoctorStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>A login needs something more, or may meet something.</summary>
    Warning,

    /// <summary>No login will work.</summary>
    Problem,
}
