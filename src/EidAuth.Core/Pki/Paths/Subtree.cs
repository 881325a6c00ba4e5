using System.Text;

namespace EidAuth.Pki;

/// <summary>Whether a name lies in a subtree, kind by kind (RFC 5280 §4.2.1.10).</summary>
internal static class Subtree
{
    /// <summary>The base of a subtree can be compared with.</summary>
    public static bool IsWellFormed(GeneralName subtree) => subtree.Kind switch
    {
        GeneralName.Address => subtree.Value.Length is 8 or 32 && IsMask(subtree.Value.Span[(subtree.Value.Length / 2)..]),
        GeneralName.Directory => subtree.Name is not null,
        GeneralName.Mail or GeneralName.Dns or GeneralName.Uri => Ascii.IsValid(subtree.Value.Span) && !subtree.Value.Span.ContainsAnyInRange((byte)0x00, (byte)0x20),
        _ => true,
    };

    /// <summary>Null when it cannot be told: the kind, or the name itself, is not understood.</summary>
    /// <param name="subtree">The base.</param>
    /// <param name="name">A name of the same kind.</param>
    /// <param name="isExclusion">A wildcard DNS name then lies in a subtree as soon as one of the names it stands for does.</param>
    public static bool? Contains(GeneralName subtree, GeneralName name, bool isExclusion) => name.Kind switch
    {
        GeneralName.Dns => ContainsHost(subtree.Value, Text(name.Value), isExclusion),
        GeneralName.Mail => ContainsMail(Text(subtree.Value), Text(name.Value)),
        GeneralName.Uri => ContainsUri(Text(subtree.Value), Text(name.Value)),
        GeneralName.Address => ContainsAddress(subtree.Value.Span, name.Value.Span),
        GeneralName.Directory => subtree.Name is { } root && name.Name is { } full ? full.StartsWith(root) : null,
        _ => null,
    };

    // "example.be" is that host and all below it; with a dot before it, only those below.
    private static bool? ContainsHost(ReadOnlyMemory<byte> subtree, string? host, bool isExclusion)
    {
        if (host is null || host.Length == 0 || Text(subtree) is not { } root)
        {
            return null;
        }

        if (root.Length == 0 || IsBelow(host, root) || (root[0] != '.' && host.Equals(root, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // A wildcard stands for one label.
        return isExclusion
            && root[0] != '.'
            && host.Length > 2
            && host.StartsWith("*.", StringComparison.Ordinal)
            && IsBelow(root, host[2..])
            && !root[..^(host.Length - 1)].Contains('.', StringComparison.Ordinal);
    }

    // "a@example.be" is that mailbox, "example.be" every mailbox of that host, ".example.be" every mailbox of the hosts below it.
    private static bool? ContainsMail(string? root, string? mailbox)
    {
        var at = mailbox?.LastIndexOf('@') ?? -1;
        if (root is null || at < 1 || at == mailbox!.Length - 1)
        {
            return null;
        }

        var host = mailbox[(at + 1)..];
        var rootAt = root.LastIndexOf('@');
        return rootAt >= 0
            ? mailbox[..at] == root[..rootAt] && host.Equals(root[(rootAt + 1)..], StringComparison.OrdinalIgnoreCase)
            : root.Length == 0 || (root[0] == '.' ? IsBelow(host, root) : host.Equals(root, StringComparison.OrdinalIgnoreCase));
    }

    // The host alone counts; a URI without one, or with an address for one, cannot be judged.
    private static bool? ContainsUri(string? root, string? text)
    {
        if (root is null || text is null || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        return root.Length == 0 || (root[0] == '.' ? IsBelow(uri.Host, root) : uri.Host.Equals(root, StringComparison.OrdinalIgnoreCase));
    }

    private static bool? ContainsAddress(ReadOnlySpan<byte> subtree, ReadOnlySpan<byte> address)
    {
        if (address.Length is not (4 or 16))
        {
            return null;
        }

        if (subtree.Length != 2 * address.Length)
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            if (((address[i] ^ subtree[i]) & subtree[address.Length + i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBelow(string host, string root)
    {
        var suffix = root[0] == '.' ? root : "." + root;
        return host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
    }

    // Ones, then zeros.
    private static bool IsMask(ReadOnlySpan<byte> mask)
    {
        var isOver = false;
        foreach (var part in mask)
        {
            if (isOver ? part != 0 : part is not (0xFF or 0xFE or 0xFC or 0xF8 or 0xF0 or 0xE0 or 0xC0 or 0x80 or 0x00))
            {
                return false;
            }

            isOver |= part != 0xFF;
        }

        return true;
    }

    // A NUL or other control would be read differently by others.
    private static string? Text(ReadOnlyMemory<byte> value) =>
        Ascii.IsValid(value.Span) && !value.Span.ContainsAnyInRange((byte)0x00, (byte)0x20) ? Encoding.ASCII.GetString(value.Span) : null;
}
