using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>An entry of AODF, PrKDF or CDF before its own part: CommonObjectAttributes, class attributes, [1] type attributes (PKCS#15 1.1 §6.1).</summary>
internal sealed class Pkcs15Object
{
    /// <summary>The tag of the entry itself: 30, or A0 for an EC key.</summary>
    public byte Tag { get; private set; }

    public string Label { get; private set; } = "";

    /// <summary>The PIN that guards it; empty when none does.</summary>
    public ReadOnlyMemory<byte> AuthId { get; private set; }

    /// <summary>Readable only after the PIN, or so it says: the files of certificates are readable always.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>After so many uses the holder is asked again.</summary>
    public int? UserConsent { get; private set; }

    /// <summary>The class attributes.</summary>
    public DerReader Class { get; private set; }

    /// <summary>The inside of the type attributes' SEQUENCE.</summary>
    public DerReader Type { get; private set; }

    public static bool TryRead(ReadOnlyMemory<byte> entry, out Pkcs15Object? read, ref int steps)
    {
        read = null;
        var reader = new DerReader(entry);
        if (!reader.TryReadAny(out var tag, out var contents, out _))
        {
            return false;
        }

        var inside = new DerReader(contents);
        var parsed = new Pkcs15Object { Tag = tag };
        if (!inside.TryEnter(DerTag.Sequence, out var common)
            || !parsed.TryReadCommon(common, ref steps)
            || !inside.TryEnter(DerTag.Sequence, out var classAttributes)
            || !inside.TryEnter(DerTag.Explicit1, out var typed)
            || !typed.TryEnter(DerTag.Sequence, out var typeAttributes)
            || !typed.IsEmpty
            || !inside.IsEmpty)
        {
            return false;
        }

        (parsed.Class, parsed.Type) = (classAttributes, typeAttributes);
        read = parsed;
        return true;
    }

    private bool TryReadCommon(DerReader common, ref int steps)
    {
        while (!common.IsEmpty)
        {
            steps++;
            if (common.IsNext(DerTag.BitString))
            {
                if (!common.TryReadBits(out var bits, out _))
                {
                    return false;
                }

                IsPrivate = Pkcs15File.IsSet(bits, 0);
                continue;
            }

            if (!common.TryReadAny(out var tag, out var contents, out _))
            {
                return false;
            }

            switch (tag)
            {
                case DerTag.Utf8String when Pkcs15File.TryReadText(contents, out var label, ref steps):
                    Label = label!;
                    break;
                case DerTag.Utf8String:
                    return false;
                case DerTag.OctetString:
                    AuthId = contents;
                    break;
                case DerTag.Integer when contents is { Length: 1 }:
                    UserConsent = contents.Span[0];
                    break;
            }
        }

        return true;
    }
}
