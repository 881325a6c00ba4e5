using EidAuth.Simulator.Responder;

namespace EidAuth.Simulator.Verbs;

/// <summary>A behaviour as the command line names it: <c>[SERVICE:][AUTHORITY=]NAME</c>, for example crl:citizen-ec=stale.</summary>
/// <param name="Service">One, or all that have the behaviour.</param>
/// <param name="Authority">For example citizen-ec, or citizen for both halves; null for all.</param>
/// <param name="Behaviour">How.</param>
internal sealed record PlannedBehaviour(ResponderService Service, string? Authority, ResponderBehaviour Behaviour)
{
    private static readonly (string Name, ResponderService Service)[] Services =
        [("ocsp", ResponderService.Ocsp), ("crl", ResponderService.Crl), ("crt", ResponderService.Certificate)];

    public static bool TryParse(string text, out PlannedBehaviour planned)
    {
        planned = null!;
        var service = ResponderService.All;
        if (text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            service = Services.FirstOrDefault(one => one.Name == text[..colon]).Service;
            text = text[(colon + 1)..];
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals == 0 || !BehaviourName.TryParse(text[(equals + 1)..], out var behaviour) || (BehaviourName.ServicesOf(behaviour) & service) == 0)
        {
            return false;
        }

        planned = new PlannedBehaviour(service, equals < 0 ? null : text[..equals], behaviour);
        return true;
    }

    /// <summary>What can be named, a line for each behaviour with the services that have it.</summary>
    public static IEnumerable<string> Lines() =>
        from behaviour in Enum.GetValues<ResponderBehaviour>()
        let services = Services.Where(one => BehaviourName.ServicesOf(behaviour).HasFlag(one.Service)).Select(one => one.Name)
        select $"{BehaviourName.Of(behaviour),-27} {string.Join(' ', services)}";

    /// <exception cref="ArgumentException">There is no such authority.</exception>
    public void ApplyTo(ResponderConduct conduct)
    {
        if (Service == ResponderService.All)
        {
            if (Authority is null)
            {
                conduct.Behave(Behaviour);
            }
            else
            {
                conduct.Behave(Authority, Behaviour);
            }

            return;
        }

        var one = Service == ResponderService.Ocsp ? conduct.Ocsp : Service == ResponderService.Crl ? conduct.Crl : conduct.Certificates;
        if (Authority is null)
        {
            one.Behave(Behaviour);
        }
        else
        {
            one.Behave(Authority, Behaviour);
        }
    }
}
