namespace EidAuth.Pki;

/// <summary>A name of a certificate or the base of a subtree (RFC 5280 §4.2.1.6).</summary>
/// <param name="Kind">The tag's number: 1 mail, 2 DNS, 4 directory, 6 URI, 7 IP; others are not understood.</param>
/// <param name="Value">Contents without tag; of a directory name the whole SEQUENCE.</param>
internal readonly record struct GeneralName(int Kind, ReadOnlyMemory<byte> Value)
{
    public const int Mail = 1;
    public const int Dns = 2;
    public const int Directory = 4;
    public const int Uri = 6;
    public const int Address = 7;

    /// <summary>A directory name, read once: it is compared with every subtree. Null for other kinds, and where it does not read.</summary>
    public DirectoryName? Name { get; } = Kind == Directory && DirectoryName.TryRead(Value, out var name) ? name : null;

    /// <summary>Reads the next GeneralName.</summary>
    public static bool TryRead(ref DerReader reader, out GeneralName name)
    {
        name = default;
        if (!reader.TryReadAny(out var tag, out var contents, out _) || (tag & 0xC0) != 0x80)
        {
            return false;
        }

        var kind = tag & 0x1F;
        if (kind == Directory)
        {
            // Explicitly tagged, since Name is a CHOICE.
            var inside = new DerReader(contents);
            if (!inside.TryRead(DerTag.Sequence, out _, out contents) || !inside.IsEmpty)
            {
                return false;
            }
        }

        name = new GeneralName(kind, contents);
        return kind <= 8;
    }

    /// <summary>Every name that constraints apply to: the subject unless it is empty, the alternative names, and without these the mail address of the subject.</summary>
    public static bool TryReadNamesOf(Certificate certificate, out List<GeneralName> names)
    {
        names = [];
        if (certificate.Subject.Length > 2)
        {
            names.Add(new GeneralName(Directory, certificate.Subject));
        }

        if (certificate.Extensions.AlternativeNames.IsEmpty)
        {
            return DirectoryName.TryReadMailAddresses(certificate.Subject, names);
        }

        var outside = new DerReader(certificate.Extensions.AlternativeNames);
        if (!outside.TryEnter(DerTag.Sequence, out var list) || !outside.IsEmpty || list.IsEmpty)
        {
            return false;
        }

        while (!list.IsEmpty)
        {
            if (!TryRead(ref list, out var name))
            {
                return false;
            }

            names.Add(name);
        }

        return true;
    }
}
