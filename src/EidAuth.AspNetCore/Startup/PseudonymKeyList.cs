using EidAuth.AspNetCore.Claims;

namespace EidAuth.AspNetCore.Startup;

/// <summary>Reads <see cref="BelgianEidOptions.PseudonymKeys"/>: every key of it, or none and a message for each thing that is wrong.</summary>
internal static class PseudonymKeyList
{
    private const string Option = "Eid:PseudonymKeys";

    public static IReadOnlyList<PseudonymKey> Read(IList<BelgianEidPseudonymKey> listed, Func<string, string> content, Action<string> fail)
    {
        var keys = new List<PseudonymKey>();
        for (var i = 0; i < listed.Count; i++)
        {
            if (ReadOne(listed[i], $"{Option}:{i}", content, fail) is { } key)
            {
                keys.Add(key);
            }
        }

        var differ = true;
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var other in keys.Take(i))
            {
                if (other.Id == keys[i].Id)
                {
                    fail($"{Option} has two keys with the Id \"{other.Id}\": accounts could not tell them apart. Give the new one a name of its own.");
                    differ = false;
                }
                else if (other.IsSameAs(keys[i]))
                {
                    fail($"{Option} has one key twice, as \"{other.Id}\" and \"{keys[i].Id}\": remove one, or make the new key with `{PseudonymKey.Command}`.");
                    differ = false;
                }
            }
        }

        return differ && keys.Count == listed.Count ? keys : [];
    }

    private static PseudonymKey? ReadOne(BelgianEidPseudonymKey listed, string option, Func<string, string> content, Action<string> fail)
    {
        if (!PseudonymKey.IsId(listed.Id))
        {
            fail($"{option}:Id needs a name for the key, 1 to 32 letters, digits, \"-\" or \"_\", for example \"2026\".");
            return null;
        }

        if (listed.Key is null == listed.File is null)
        {
            fail($"{option} needs Key or File, one of the two: base64 of {PseudonymKey.Length} random bytes (`{PseudonymKey.Command}`), or a file with it.");
            return null;
        }

        try
        {
            if (PseudonymKey.TryParse(listed.Key ?? content(listed.File!), listed.Id!, out var key))
            {
                return key;
            }

            fail($"{option} is not base64 of {PseudonymKey.Length} bytes. Make a key with `{PseudonymKey.Command}`.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fail($"{option}:File cannot be read ({exception.GetType().Name}). The site's user needs the right to.");
        }

        return null;
    }
}
