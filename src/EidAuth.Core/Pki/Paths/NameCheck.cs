namespace EidAuth.Pki;

/// <summary>Applies the name constraints of issuers to the certificates below them (RFC 5280 §4.2.1.10, §6.1.3 (b), (c)), with a bound on the comparisons.</summary>
internal sealed class NameCheck(int maximumComparisons)
{
    /// <summary>Comparisons made so far.</summary>
    public int Comparisons { get; private set; }

    /// <summary>True when every name below is within the issuer's constraints; false also when a constraint does not read.</summary>
    /// <param name="issuer">Whose constraints.</param>
    /// <param name="below">Leaf first.</param>
    /// <param name="isOutOfBounds">There were more comparisons than allowed.</param>
    public bool Allows(Certificate issuer, List<Certificate> below, out bool isOutOfBounds)
    {
        isOutOfBounds = false;
        if (issuer.Extensions.NameConstraints.IsEmpty)
        {
            return true;
        }

        if (!NameSubtrees.TryRead(issuer.Extensions.NameConstraints, out var subtrees))
        {
            return false;
        }

        for (var i = 0; i < below.Count; i++)
        {
            var isSelfIssued = below[i].Subject.Span.SequenceEqual(below[i].Issuer.Span);
            if ((i > 0 && isSelfIssued) || AllowsNamesOf(below[i], subtrees!, ref isOutOfBounds))
            {
                continue;
            }

            return false;
        }

        return true;
    }

    private bool AllowsNamesOf(Certificate certificate, NameSubtrees subtrees, ref bool isOutOfBounds)
    {
        if (!GeneralName.TryReadNamesOf(certificate, out var names))
        {
            return false;
        }

        foreach (var name in names)
        {
            Comparisons += subtrees.Count;
            if (Comparisons > maximumComparisons)
            {
                isOutOfBounds = true;
                return false;
            }

            if (!subtrees.Allow(name))
            {
                return false;
            }
        }

        return true;
    }
}
