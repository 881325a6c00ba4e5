namespace EidAuth.PcSc;

/// <summary>One look at all readers over an open context.</summary>
internal static class ReaderLook
{
    private const int Attempts = 5;

    /// <summary>The readers now, and what to ask next about each.</summary>
    /// <exception cref="Iso7816.CardException">What the service answered; ReaderUnavailable when it lists a reader and does not know it, five times.</exception>
    public static (IReadOnlyList<ReaderState> Readers, IReadOnlyList<ReaderQuery> Next) Take(IWinScard scard, nint context)
    {
        for (var attempt = 1; ; attempt++)
        {
            // First the readers themselves, so that one plugged in from here on counts as a change.
            var arrivals = new ReaderQuery(ReaderQuery.ReadersThemselves, 0);
            if (scard.AnnouncesReaders)
            {
                ThrowUnless(scard.GetStatusChange(context, 0, [arrivals]), ScardCode.Timeout);
            }

            var code = scard.ListReaders(context, out var names);
            ThrowUnless(code, ScardCode.NoReaders);
            ReaderQuery[] queries = [.. code == ScardCode.NoReaders ? [] : names.Where(ReaderQuery.IsReader).Select(name => new ReaderQuery(name, 0))];
            code = queries.Length == 0 ? ScardCode.Success : scard.GetStatusChange(context, 0, queries);
            if (code == ScardCode.UnknownReader && attempt < Attempts)
            {
                // Unplugged since it was listed.
                continue;
            }

            ThrowUnless(code, ScardCode.Timeout);
            return ([.. queries.Select(query => query.ToReaderState()).OfType<ReaderState>()], [.. queries.Select(query => query.Next()), arrivals.Next()]);
        }
    }

    private static void ThrowUnless(uint code, uint accepted)
    {
        if (code != accepted)
        {
            PcscFault.ThrowIfFailed(code);
        }
    }
}
