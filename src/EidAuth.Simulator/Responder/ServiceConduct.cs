namespace EidAuth.Simulator.Responder;

/// <summary>How one service behaves from now on, for each authority, and how often it was asked. Thread-safe.</summary>
public sealed class ServiceConduct
{
    private readonly Lock gate = new();
    private readonly ResponderService service;
    private readonly Dictionary<string, ResponderBehaviour> behaviours;
    private readonly Dictionary<string, int> requests;
    private int followed;

    internal ServiceConduct(ResponderService service, IEnumerable<string> authorities)
    {
        this.service = service;
        behaviours = authorities.ToDictionary(name => name, _ => ResponderBehaviour.Good, StringComparer.Ordinal);
        requests = behaviours.ToDictionary(entry => entry.Key, _ => 0, StringComparer.Ordinal);
    }

    /// <summary>How many requests came, to all authorities.</summary>
    public int Requests
    {
        get
        {
            lock (gate)
            {
                return requests.Values.Sum();
            }
        }
    }

    /// <summary>How many clients followed a <see cref="ResponderBehaviour.Redirect"/>. Not among <see cref="Requests"/>.</summary>
    public int RedirectsFollowed => Volatile.Read(ref followed);

    /// <summary>How many requests came to that authority.</summary>
    /// <param name="authority">For example citizen-ec, or citizen for both halves.</param>
    /// <exception cref="ArgumentException">There is no such authority.</exception>
    public int RequestsTo(string authority)
    {
        lock (gate)
        {
            return Named(authority).Sum(name => requests[name]);
        }
    }

    /// <summary>All authorities behave so from the next request on; <see cref="ResponderBehaviour.Good"/> ends it.</summary>
    /// <exception cref="ArgumentException">This service has no such behaviour.</exception>
    public void Behave(ResponderBehaviour behaviour)
    {
        Check(behaviour);
        lock (gate)
        {
            foreach (var name in behaviours.Keys)
            {
                behaviours[name] = behaviour;
            }
        }
    }

    /// <summary>That authority behaves so from the next request on; <see cref="ResponderBehaviour.Good"/> ends it.</summary>
    /// <param name="authority">root-rsa, citizen-rsa, root-ec, citizen-ec or foreigner-ec; without the half, those of both halves.</param>
    /// <param name="behaviour">How.</param>
    /// <exception cref="ArgumentException">There is no such authority, or this service has no such behaviour.</exception>
    public void Behave(string authority, ResponderBehaviour behaviour)
    {
        Check(behaviour);
        lock (gate)
        {
            foreach (var name in Named(authority))
            {
                behaviours[name] = behaviour;
            }
        }
    }

    /// <summary>How it behaves towards the next request.</summary>
    /// <param name="authority">Its whole name, for example citizen-ec.</param>
    public ResponderBehaviour BehaviourOf(string authority)
    {
        lock (gate)
        {
            return behaviours[authority];
        }
    }

    /// <summary>Counts a request and says how to treat it.</summary>
    internal ResponderBehaviour Take(string authority)
    {
        lock (gate)
        {
            requests[authority]++;
            var behaviour = behaviours[authority];
            if (behaviour == ResponderBehaviour.TryLaterOnce)
            {
                behaviours[authority] = ResponderBehaviour.Good;
            }

            return behaviour;
        }
    }

    internal void CountFollowed() => Interlocked.Increment(ref followed);

    private void Check(ResponderBehaviour behaviour)
    {
        if ((BehaviourName.ServicesOf(behaviour) & service) == 0)
        {
            throw new ArgumentException($"{service} has no behaviour {behaviour}.", nameof(behaviour));
        }
    }

    private string[] Named(string authority)
    {
        ArgumentException.ThrowIfNullOrEmpty(authority);
        var named = behaviours.Keys.Where(name => name == authority || name.StartsWith(authority + "-", StringComparison.Ordinal)).ToArray();
        return named.Length > 0 ? named
            : throw new ArgumentException($"There is no authority {authority}; there are {string.Join(", ", behaviours.Keys)}.", nameof(authority));
    }
}
