namespace EidAuth.AspNetCore.Sessions;

/// <summary>Sessions by each name they are looked for under. One thread at a time.</summary>
internal sealed class SessionIndex
{
    private readonly Dictionary<string, SealedServerSession> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> idsByAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> idsByCard = new(StringComparer.Ordinal);

    public int Count => byId.Count;

    public IEnumerable<SealedServerSession> All => byId.Values;

    public SealedServerSession? OfId(string id) => byId.GetValueOrDefault(id);

    public SealedServerSession? OfKey(string keyHash) => idByKey.TryGetValue(keyHash, out var id) ? byId[id] : null;

    public IEnumerable<SealedServerSession> OfAccount(string account) => Of(idsByAccount, account);

    public IEnumerable<SealedServerSession> OfCard(string endHash) => Of(idsByCard, endHash);

    public void Add(SealedServerSession session)
    {
        byId.Add(session.Session.Id, session);
        idByKey.Add(session.KeyHash, session.Session.Id);
        Put(idsByAccount, session.Session.Account, session.Session.Id);
        Put(idsByCard, session.Session.EndHash, session.Session.Id);
    }

    public bool Remove(SealedServerSession session)
    {
        idByKey.Remove(session.KeyHash);
        Take(idsByAccount, session.Session.Account, session.Session.Id);
        Take(idsByCard, session.Session.EndHash, session.Session.Id);
        return byId.Remove(session.Session.Id);
    }

    private static void Put(Dictionary<string, HashSet<string>> index, string? name, string id)
    {
        if (name is null)
        {
            return;
        }

        if (!index.TryGetValue(name, out var ids))
        {
            index[name] = ids = new(StringComparer.Ordinal);
        }

        ids.Add(id);
    }

    private static void Take(Dictionary<string, HashSet<string>> index, string? name, string id)
    {
        if (name is not null && index.TryGetValue(name, out var ids) && ids.Remove(id) && ids.Count == 0)
        {
            index.Remove(name);
        }
    }

    private IEnumerable<SealedServerSession> Of(Dictionary<string, HashSet<string>> index, string name) =>
        index.TryGetValue(name, out var ids) ? ids.Select(id => byId[id]) : [];
}
