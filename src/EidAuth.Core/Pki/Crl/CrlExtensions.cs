namespace EidAuth.Pki;

/// <summary>The extensions of a list (RFC 5280 §5.2).</summary>
internal sealed class CrlExtensions
{
    /// <summary>What a list without extensions says.</summary>
    public static readonly CrlExtensions None = new();

    /// <summary>cRLNumber, or null.</summary>
    public SerialKey? Number { get; private set; }

    /// <summary>The same in hexadecimal.</summary>
    public string? NumberText { get; private set; }

    /// <summary>The keyIdentifier of the authority key identifier; empty when absent.</summary>
    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; private set; }

    /// <summary>What it covers.</summary>
    public CrlScope Scope { get; private set; } = CrlScope.Everything;

    /// <summary>It lists changes against another list.</summary>
    public bool IsDelta { get; private set; }

    /// <summary>One is critical and unknown.</summary>
    public bool HasUnknownCritical { get; private set; }

    /// <summary>Reads the contents of SEQUENCE OF Extension, which must not change afterwards.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> list, out CrlExtensions extensions)
    {
        extensions = new CrlExtensions();
        var sequence = new ExtensionSequence(list);
        while (sequence.TryNext(out var oid, out var critical, out var value))
        {
            if (!extensions.TryTake(oid.Span, critical, value))
            {
                return false;
            }
        }

        return sequence.IsWellFormed;
    }

    private bool TryTake(ReadOnlySpan<byte> oid, bool critical, ReadOnlyMemory<byte> value)
    {
        var reader = new DerReader(value);
        if (oid.SequenceEqual(Oid.CrlNumber))
        {
            var read = TryReadNumber(reader, out var number, out var text);
            (Number, NumberText) = (number, text);
            return read;
        }

        if (oid.SequenceEqual(Oid.AuthorityKeyIdentifier))
        {
            return TryTakeAuthorityKeyIdentifier(reader);
        }

        if (oid.SequenceEqual(Oid.IssuingDistributionPoint))
        {
            var read = CrlScope.TryRead(value, out var scope);
            Scope = scope;
            return read;
        }

        if (oid.SequenceEqual(Oid.DeltaCrlIndicator))
        {
            IsDelta = true;
            return TryReadNumber(reader, out _, out _);
        }

        HasUnknownCritical |= critical;
        return true;
    }

    private static bool TryReadNumber(DerReader reader, out SerialKey number, out string? text)
    {
        (number, text) = (default, null);
        if (!reader.TryReadInteger(out var integer) || !reader.IsEmpty || !SerialKey.TryRead(integer.Span, out number))
        {
            return false;
        }

        text = Convert.ToHexString(integer.Span);
        return true;
    }

    private bool TryTakeAuthorityKeyIdentifier(DerReader reader)
    {
        if (!reader.TryEnter(DerTag.Sequence, out var identifier) || !reader.IsEmpty)
        {
            return false;
        }

        if (!identifier.IsNext(DerTag.Implicit0))
        {
            return true;
        }

        var read = identifier.TryRead(DerTag.Implicit0, out var key) && !key.IsEmpty;
        AuthorityKeyIdentifier = key;
        return read;
    }
}
