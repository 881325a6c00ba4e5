using System.Text.Json;

namespace EidAuth.Simulator.Responder;

/// <summary>Behaviours as scripts write them, for example <c>gzipBomb</c>, and which services have them.</summary>
internal static class BehaviourName
{
    public static string Of(ResponderBehaviour behaviour) => JsonNamingPolicy.CamelCase.ConvertName(behaviour.ToString());

    // In any case, and not by number, which Enum would take too.
    public static bool TryParse(string name, out ResponderBehaviour behaviour) =>
        Enum.TryParse(name, ignoreCase: true, out behaviour) && Enum.IsDefined(behaviour) && name.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(name[0]);

    public static ResponderService ServicesOf(ResponderBehaviour behaviour) => behaviour switch
    {
        <= ResponderBehaviour.BadSignature => ResponderService.All,
        <= ResponderBehaviour.OnHold => ResponderService.Ocsp | ResponderService.Crl,
        <= ResponderBehaviour.Unauthorized => ResponderService.Ocsp,
        <= ResponderBehaviour.LongList => ResponderService.Crl,
        ResponderBehaviour.OtherAuthority => ResponderService.Crl | ResponderService.Certificate,
        _ => ResponderService.None,
    };
}
