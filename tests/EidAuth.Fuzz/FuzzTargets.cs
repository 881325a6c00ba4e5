using EidAuth.Fuzz.Targets;
using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz;

/// <summary>What is tried: everything that reads what somebody else sent to a site that logs people in.</summary>
internal static class FuzzTargets
{
    public static readonly IReadOnlyList<MutationTarget> All =
    [
        CertificateTarget.Create(),
        PathTarget.Create(),
        OcspTarget.Create(),
        CrlTarget.Create(),
        TokenTarget.CreateToken(),
        TokenTarget.CreateBag(),
        NationalNumberTarget.Create(),
        LoginTarget.Create(),
        AddressTarget.Create(),
    ];

    public static MutationTarget Of(string name) => All.Single(target => target.Name == name);
}
