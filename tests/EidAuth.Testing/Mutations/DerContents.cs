using System.Text;

namespace EidAuth.Testing.Mutations;

/// <summary>Other contents for an element, by its type: those that readers have trouble with.</summary>
internal static class DerContents
{
    private static readonly byte[][] Booleans = [[0x00], [0x01], [0xFF], [], [0xFF, 0xFF]];

    private static readonly byte[][] Integers =
    [
        [], [0x00], [0x01], [0x02], [0x03], [0x7F], [0x80], [0xFF], [0x00, 0x01], [0x00, 0x80], [0xFF, 0x80], [0x80, 0x00, 0x00, 0x00], [0x7F, 0xFF, 0xFF, 0xFF],
        [0x00, 0xFF, 0xFF, 0xFF, 0xFF], [0x01, 0x00, 0x01], [.. Enumerable.Repeat((byte)0x7F, 20)], [.. Enumerable.Repeat((byte)0x7F, 21)], [.. Enumerable.Repeat((byte)0xFF, 300)],
    ];

    private static readonly string[] Times =
    [
        "260302090000Z", "491231235959Z", "500101000000Z", "000229000000Z", "010229000000Z", "260230000000Z", "261301000000Z", "260302240000Z", "260302090060Z", "2603020900Z",
        "260302090000+0100", "20260302090000Z", "20500101000000Z", "99991231235959Z", "00000101000000Z", "00010101000000Z", "20260302090000.5Z", "20260302090000", "2026030209000 Z", "",
    ];

    private static readonly string[] Texts =
    [
        "", "85031299959", "8503129995\0", "00000000000", "Nele\u0000Voorbeeld", "\u202Egro.elpmaxe", "\uFEFF", "\U0001F600", "e\u0301\u0301\u0301", "http://127.0.0.1:8888/citizen",
        "http://ocsp.eid.belgium.be", "http://ocsp.eid.belgium.be@127.0.0.1/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]/", "file:///etc/passwd", "http://127.0.0.1:99999/",
        "http://127.1/", "http://\u00E9.be/", "*.example.be", "a@b", "@", "%00", "http://ocsp.eid.belgium.be\r\nHost: x/",
    ];

    public static byte[] Of(DerNode node, Dice dice, IReadOnlyList<byte[]> identifiers) => node.Tag switch
    {
        0x01 => dice.Pick(Booleans),
        0x02 or 0x0A => dice.OneIn(3) ? Step(node.Contents, dice) : dice.Pick(Integers),
        0x03 when node.Contents.Length > 0 => [(byte)dice.Next(dice.OneIn(4) ? 256 : 9), .. node.Contents[1..]],
        0x06 => Identifier(node.Contents, dice, identifiers),
        0x17 or 0x18 => Encoding.ASCII.GetBytes(dice.Pick(Times)),
        0x0C or 0x13 or 0x16 or 0x1E or 0x86 or 0x81 or 0x82 => Text(dice),
        _ => Bytes(node.Contents, dice),
    };

    private static byte[] Step(byte[] number, Dice dice)
    {
        if (number.Length == 0)
        {
            return [(byte)dice.Next(256)];
        }

        byte[] other = [.. number];
        other[^1] += (byte)(dice.OneIn(2) ? 1 : 0xFF);
        return other;
    }

    private static byte[] Identifier(byte[] oid, Dice dice, IReadOnlyList<byte[]> identifiers)
    {
        switch (dice.Next(6))
        {
            case 0 when oid.Length > 0:
                return Step(oid, dice);
            case 1:
                return [.. oid, 0x80, 0x01];
            case 2:
                return [.. oid, .. Enumerable.Repeat((byte)(dice.OneIn(2) ? 0xFF : 0x01), dice.Next(1, 80))];
            case 3:
                return [];
            default:
                return identifiers.Count > 0 ? dice.Pick(identifiers) : oid;
        }
    }

    private static byte[] Text(Dice dice) => dice.Next(5) switch
    {
        0 => dice.Bytes(dice.Next(40)),
        1 => [.. Enumerable.Repeat((byte)'A', dice.Next(70, 400))],
        2 => [0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90],
        _ => Encoding.UTF8.GetBytes(dice.Pick(Texts)),
    };

    private static byte[] Bytes(byte[] contents, Dice dice)
    {
        switch (dice.Next(4))
        {
            case 0 when contents.Length > 0:
                return contents[..dice.Next(contents.Length)];
            case 1:
                return [.. contents, .. dice.Bytes(dice.Next(1, 24))];
            case 2:
                return dice.Bytes(dice.Next(48));
            default:
                byte[] other = [.. contents];
                if (other.Length > 0)
                {
                    other[dice.Next(other.Length)] ^= (byte)(1 << dice.Next(8));
                }

                return other;
        }
    }
}
