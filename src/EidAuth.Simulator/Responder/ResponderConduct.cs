using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>How the services of a test PKI behave, to be changed while they run, and what they were asked. Thread-safe.</summary>
public sealed class ResponderConduct
{
    private long delayTicks = TimeSpan.FromSeconds(10).Ticks;

    /// <param name="pki">Its authorities; all behave well at first.</param>
    public ResponderConduct(TestPki pki)
    {
        ArgumentNullException.ThrowIfNull(pki);
        Authorities = [.. pki.Authorities.Select(authority => authority.Name)];
        Ocsp = new ServiceConduct(ResponderService.Ocsp, Authorities);
        Crl = new ServiceConduct(ResponderService.Crl, Authorities);
        Certificates = new ServiceConduct(ResponderService.Certificate, Authorities);
    }

    /// <summary>root-rsa, citizen-rsa, root-ec, citizen-ec, foreigner-ec.</summary>
    public IReadOnlyList<string> Authorities { get; }

    /// <summary>OCSP.</summary>
    public ServiceConduct Ocsp { get; }

    /// <summary>Revocation lists.</summary>
    public ServiceConduct Crl { get; }

    /// <summary>caIssuers.</summary>
    public ServiceConduct Certificates { get; }

    /// <summary>Connections from clients, of all services together.</summary>
    public ConnectionTally Connections { get; } = new();

    /// <summary>How long <see cref="ResponderBehaviour.Late"/> takes, by the responder's clock; ten seconds unless set.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref delayTicks));
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Interlocked.Exchange(ref delayTicks, value.Ticks);
        }
    }

    /// <summary>All services that have that behaviour behave so, for all authorities.</summary>
    public void Behave(ResponderBehaviour behaviour) => Each(behaviour, service => service.Behave(behaviour));

    /// <summary>All services that have that behaviour behave so, for that authority.</summary>
    /// <param name="authority">For example citizen-ec, or citizen for both halves.</param>
    /// <param name="behaviour">How.</param>
    /// <exception cref="ArgumentException">There is no such authority.</exception>
    public void Behave(string authority, ResponderBehaviour behaviour) => Each(behaviour, service => service.Behave(authority, behaviour));

    private void Each(ResponderBehaviour behaviour, Action<ServiceConduct> behave)
    {
        var services = BehaviourName.ServicesOf(behaviour);
        if (services == ResponderService.None)
        {
            throw new ArgumentOutOfRangeException(nameof(behaviour));
        }

        foreach (var (service, conduct) in new[] { (ResponderService.Ocsp, Ocsp), (ResponderService.Crl, Crl), (ResponderService.Certificate, Certificates) })
        {
            if (services.HasFlag(service))
            {
                behave(conduct);
            }
        }
    }
}
