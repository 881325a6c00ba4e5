using System.Text;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>
/// Says whether an origin could be taken for another one, by the sites that this user knows. Pure; the work grows with the names' lengths and with how many are known, and is counted. A
/// site of an owner whose other sites are known is no look-alike: <c>mijn.gent.be</c> beside <c>loket.gent.be</c>.
/// </summary>
internal static class LookAlikeJudge
{
    // Of shorter names every one is near to another: kbc and kbs.
    private const int ShortestNear = 4;

    // Gent and Genk are two towns: near names so short are pointed out, and not asked about twice.
    private const int ShortestStrongNear = 6;

    // Two slips in a name this long are still read over.
    private const int ShortestTwiceNear = 9;

    // A word this short stands inside many others by chance.
    private const int ShortestInside = 4;
    private const int ShortestAnywhere = 6;

    /// <summary>What it resembles, or null.</summary>
    /// <param name="origin">Who asks.</param>
    /// <param name="known">The sites that this user logged in to, or allowed.</param>
    public static LookAlike? Judge(Origin origin, IReadOnlyList<SiteName> known) => Judge(origin, known, out _);

    internal static LookAlike? Judge(Origin origin, IReadOnlyList<SiteName> known, out long steps)
    {
        steps = 0;
        var asker = new SiteName(origin);
        if (known.Any(site => site.Origin == asker.Origin))
        {
            return null;
        }

        if (known.FirstOrDefault(site => site.Host == asker.Host) is { } same)
        {
            return new LookAlike(same.Scheme != asker.Scheme ? LookAlikeKind.OtherScheme : LookAlikeKind.OtherPort, IsStrong: false, same.Origin);
        }

        if (origin.IsLoopback)
        {
            return null;
        }

        if (asker.IsNumeric)
        {
            return new LookAlike(LookAlikeKind.NumericAddress, IsStrong: false, null);
        }

        var others = known.Where(site => !site.IsNumeric && site.Labels.Length > 1).ToList();
        return others.Any(site => site.Owner == asker.Owner) ? null : JudgeName(asker, others, ref steps);
    }

    private static LookAlike? JudgeName(SiteName asker, List<SiteName> known, ref long steps)
    {
        steps += asker.Host.Length;
        if (asker.Labels.Any(label => LetterScripts.AreMixed(LetterScripts.Of(label))))
        {
            return new LookAlike(LookAlikeKind.MixedScripts, IsStrong: true, SameLetters(asker, known, ref steps)?.Resembles);
        }

        if (SameLetters(asker, known, ref steps) is { } drawn)
        {
            return drawn;
        }

        // The whole name first, of any known site; then what is less.
        LookAlike? less = null;
        foreach (var site in known)
        {
            steps += asker.Host.Length;
            if (HoldsWholeName(asker, site))
            {
                return new LookAlike(LookAlikeKind.KnownNameInside, IsStrong: true, site.Origin);
            }

            var found = Near(asker, site, ref steps)
                ?? (asker.Bare == site.Bare ? new LookAlike(LookAlikeKind.OtherEnding, IsStrong: false, site.Origin) : null)
                ?? (HoldsName(asker, site) ? new LookAlike(LookAlikeKind.NameInside, IsStrong: false, site.Origin) : null);
            less = found is null ? less
                : less is null || (found.IsStrong && !less.IsStrong) || (found.IsStrong == less.IsStrong && found.Kind < less.Kind) ? found
                : less;
        }

        return less;
    }

    // The known site's owner in other letters; or letters of another alphabet that draw a Latin word.
    private static LookAlike? SameLetters(SiteName asker, List<SiteName> known, ref long steps)
    {
        foreach (var site in known)
        {
            steps += asker.Name.Length;
            if (asker.Bare == site.Bare && asker.Name != site.Name)
            {
                return new LookAlike(LookAlikeKind.SameLetters, IsStrong: true, site.Origin);
            }
        }

        var isForeign = !Ascii.IsValid(asker.Name) && (LetterScripts.Of(asker.Name) & Scripts.Latin) == 0;
        return isForeign && Ascii.IsValid(asker.Bare) && asker.Bare.Any(char.IsAsciiLetter)
            ? new LookAlike(LookAlikeKind.SameLetters, IsStrong: true, $"{asker.Bare}.{asker.Ending}")
            : null;
    }

    // gent.be.example.com, gent-be.com, gentbe.com, www-gent-be.example.com.
    private static bool HoldsWholeName(SiteName asker, SiteName site)
    {
        if (HoldsRun(asker.BareLabels.AsSpan(0, asker.BareLabels.Length - asker.BareOwner.Length), site.BareOwner))
        {
            return true;
        }

        var joined = string.Concat(site.BareOwner);
        return asker.BareLabels.Any(label => label == joined || HoldsRun(label.Split('-'), site.BareOwner) || (joined.Length >= ShortestAnywhere && label.Split('-').Contains(joined)));
    }

    private static bool HoldsName(SiteName asker, SiteName site) =>
        site.Bare.Length >= ShortestInside
        && asker.BareLabels.Any(label =>
            label == site.Bare || label.Split('-').Contains(site.Bare) || (site.Bare.Length >= ShortestAnywhere && label.Contains(site.Bare, StringComparison.Ordinal)));

    private static LookAlike? Near(SiteName asker, SiteName site, ref long steps)
    {
        var shorter = Math.Min(asker.Bare.Length, site.Bare.Length);
        if (shorter < ShortestNear || asker.Bare == site.Bare)
        {
            return null;
        }

        var most = shorter >= ShortestTwiceNear ? 2 : 1;
        return NearNames.Distance(asker.Bare, site.Bare, most, ref steps) <= most
            ? new LookAlike(LookAlikeKind.NearName, IsStrong: shorter >= ShortestStrongNear, site.Origin)
            : null;
    }

    private static bool HoldsRun(ReadOnlySpan<string> labels, ReadOnlySpan<string> run)
    {
        for (var i = 0; i + run.Length <= labels.Length; i++)
        {
            if (labels.Slice(i, run.Length).SequenceEqual(run))
            {
                return true;
            }
        }

        return false;
    }
}
