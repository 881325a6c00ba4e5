namespace EidAgent.Ports;

/// <summary>Counts how many places each user has, up to a limit. Remembers nobody who has none.</summary>
internal sealed class Shares(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<uint, int> taken = [];

    /// <summary>Takes one more; false when the user has as many as one may.</summary>
    public bool TryTake(uint user)
    {
        lock (gate)
        {
            var count = taken.GetValueOrDefault(user);
            if (count >= most)
            {
                return false;
            }

            taken[user] = count + 1;
            return true;
        }
    }

    /// <summary>Gives one back.</summary>
    public void Return(uint user)
    {
        lock (gate)
        {
            if (--taken[user] == 0)
            {
                taken.Remove(user);
            }
        }
    }
}
