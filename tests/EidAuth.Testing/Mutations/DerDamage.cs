namespace EidAuth.Testing.Mutations;

/// <summary>
/// Damages DER as a tree, so that what is damaged deep inside is reached: the lengths around it are right again. Good inputs lend each other their parts.
/// </summary>
public sealed class DerDamage
{
    private static readonly byte[] Tags = Convert.FromHexString("0001020304050A0C131416171830313F80818284868890A0A1A2A3A4BF1F1E5F7F9FC0FF");
    private static readonly int[] Limits = [300, 2_000, 16 * 1024, 16 * 1024, 40_000, Mutator.MaximumLength];
    private static readonly DerLength[] Lengths = Enum.GetValues<DerLength>();

    private readonly List<DerNode> seeds;
    private readonly Dictionary<byte, List<DerNode>> donors;
    private readonly List<byte[]> identifiers;

    /// <summary>Reads the good inputs; each is one element.</summary>
    public DerDamage(IReadOnlyList<byte[]> seeds)
    {
        this.seeds = [.. seeds.Select(seed => DerNode.Read(seed)!.Single())];
        var all = this.seeds.SelectMany(seed => seed.Flatten()).Select(found => found.Node).ToList();
        donors = all.GroupBy(node => node.Tag).ToDictionary(group => group.Key, group => group.ToList());
        identifiers = [.. all.Where(node => node.Tag == 0x06).Select(node => node.Contents).DistinctBy(Convert.ToHexString)];
    }

    /// <summary>A damaged copy of one of them, not yet written.</summary>
    public DerNode Make(Dice dice)
    {
        var root = dice.Pick(seeds).Copy();
        var rounds = 1;
        while (rounds < 5 && dice.OneIn(2))
        {
            rounds++;
        }

        for (; rounds > 0; rounds--)
        {
            Damage(root, dice);
        }

        return root;
    }

    private void Damage(DerNode root, Dice dice)
    {
        var all = root.Flatten();
        var (node, parent) = dice.Pick(all);
        var siblings = parent?.Parts;
        switch (dice.Next(16))
        {
            case 0 when siblings is not null:
                siblings.Remove(node);
                break;
            case 1 when siblings is not null:
                siblings.Insert(siblings.IndexOf(node), node.Copy());
                break;
            case 2 when siblings is not null:
                var other = dice.Next(siblings.Count);
                var place = siblings.IndexOf(node);
                (siblings[place], siblings[other]) = (siblings[other], siblings[place]);
                break;
            case 3:
                node.Tag = dice.OneIn(4) ? (byte)(node.Tag ^ (1 << dice.Next(8))) : dice.Pick(Tags);
                break;
            case 4:
                node.Length = dice.Pick(Lengths);
                break;
            case 5 when dice.OneIn(4):
                Nest(node, dice);
                break;
            case 6 when siblings is not null && dice.OneIn(8):
                Grow(node, siblings, root, dice);
                break;
            case 7 or 8 or 9 when donors.TryGetValue(node.Tag, out var alike):
                Splice(node, dice.Pick(alike).Copy(), siblings, dice);
                break;
            case 10 when all.Count > 1:
                Splice(node, dice.Pick(all).Node.Copy(), siblings, dice);
                break;
            default:
                Rewrite(node, all, dice);
                break;
        }
    }

    // Contents that fit the type, of the node or of a leaf nearby: most of a tree is leaves, and they are where readers decide.
    private void Rewrite(DerNode node, List<(DerNode Node, DerNode? Parent)> all, Dice dice)
    {
        for (var i = 0; node.Parts is not null && i < 8; i++)
        {
            node = dice.Pick(all).Node;
        }

        node.Parts = null;
        node.Contents = DerContents.Of(node, dice, identifiers);
    }

    private static void Splice(DerNode node, DerNode donor, List<DerNode>? siblings, Dice dice)
    {
        if (siblings is not null && dice.OneIn(3))
        {
            siblings.Insert(dice.Next(siblings.Count + 1), donor);
            return;
        }

        (node.Tag, node.Contents, node.Parts, node.Length) = (donor.Tag, donor.Contents, donor.Parts, donor.Length);
    }

    // Around itself, as often as would overflow the stack of a reader that calls itself. Written out at once: this tree calls itself too.
    private static void Nest(DerNode node, Dice dice)
    {
        var tag = dice.Pick((byte[])[0x30, 0x31, 0xA0, 0xA4, 0x04, node.Tag]);
        var inside = node.Encode();
        var writer = new BackwardWriter();
        writer.Prepend(inside);
        for (var depth = dice.Pick((int[])[1, 2, 20, 200, 3_000, 12_000]); depth > 0 && writer.Length < Mutator.MaximumLength - 8; depth--)
        {
            var length = writer.Length;
            writer.Prepend(length switch
            {
                < 0x80 => [tag, (byte)length],
                < 0x100 => [tag, 0x81, (byte)length],
                < 0x10000 => [tag, 0x82, (byte)(length >> 8), (byte)length],
                _ => [tag, 0x83, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
            });
        }

        node.Parts = null;
        (node.Tag, node.Contents) = (0x30, writer.ToArray());
    }

    // Repeated until the whole is about as long as something is allowed to be. With a little change in each where that is what tells doubles.
    private static void Grow(DerNode node, List<DerNode> siblings, DerNode root, Dice dice)
    {
        var limit = dice.Pick(Limits) + dice.Next(-40, 40);
        var size = root.Encode().Length;
        var step = Math.Max(2, node.Encode().Length);
        var place = siblings.IndexOf(node);
        var differ = dice.OneIn(2);
        var copies = new List<DerNode>();
        for (var number = 0; size + step <= limit; number++, size += step)
        {
            var copy = node.Copy();
            if (differ)
            {
                var leaf = copy;
                while (leaf.Parts is [var first, ..])
                {
                    leaf = first;
                }

                leaf.Contents = leaf.Contents.Length < 2 ? leaf.Contents : [.. leaf.Contents[..^2], (byte)((number >> 7) & 0x7F), (byte)(number & 0x7F)];
            }

            copies.Add(copy);
        }

        siblings.InsertRange(place, copies);
    }
}
