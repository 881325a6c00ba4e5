namespace EidAuth.Pki;

/// <summary>A name constraints extension: the subtrees that are permitted and those that are excluded.</summary>
internal sealed class NameSubtrees
{
    private readonly List<GeneralName> permitted = [];
    private readonly List<GeneralName> excluded = [];

    private NameSubtrees()
    {
    }

    /// <summary>How many subtrees a name is compared with.</summary>
    public int Count => permitted.Count + excluded.Count;

    /// <summary>Reads the extension's value; false also for an empty one, and for subtrees with minimum or maximum, which RFC 5280 does not use.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> value, out NameSubtrees? subtrees)
    {
        subtrees = new NameSubtrees();
        var outside = new DerReader(value);
        if (!outside.TryEnter(DerTag.Sequence, out var inside) || !outside.IsEmpty || inside.IsEmpty)
        {
            return false;
        }

        return TryReadList(ref inside, DerTag.Explicit0, subtrees.permitted)
            && TryReadList(ref inside, DerTag.Explicit1, subtrees.excluded)
            && inside.IsEmpty;
    }

    /// <summary>The name is in no excluded subtree, and in a permitted one where there is one of its kind.</summary>
    public bool Allow(GeneralName name)
    {
        foreach (var subtree in excluded)
        {
            if (subtree.Kind == name.Kind && Subtree.Contains(subtree, name, isExclusion: true) is not false)
            {
                return false;
            }
        }

        var (isConstrained, isPermitted) = (false, false);
        foreach (var subtree in permitted)
        {
            if (subtree.Kind == name.Kind)
            {
                isConstrained = true;
                isPermitted |= Subtree.Contains(subtree, name, isExclusion: false) is true;
            }
        }

        return isPermitted || !isConstrained;
    }

    // [0] and [1] IMPLICIT GeneralSubtrees.
    private static bool TryReadList(ref DerReader reader, byte tag, List<GeneralName> subtrees)
    {
        if (!reader.IsNext(tag))
        {
            return true;
        }

        if (!reader.TryEnter(tag, out var list) || list.IsEmpty)
        {
            return false;
        }

        while (!list.IsEmpty)
        {
            if (!list.TryEnter(DerTag.Sequence, out var subtree) || !GeneralName.TryRead(ref subtree, out var name) || !subtree.IsEmpty || !Subtree.IsWellFormed(name))
            {
                return false;
            }

            subtrees.Add(name);
        }

        return true;
    }
}
