using EidAuth.Belpic;

namespace EidAuth.Login;

/// <summary>The names of the identity fields on the wire: <c>identity</c>, <c>address</c>, <c>photo</c>.</summary>
public static class FieldNames
{
    private static readonly (string Name, CardParts Part)[] Known =
        [("identity", CardParts.Identity), ("address", CardParts.Address), ("photo", CardParts.Photo)];

    /// <summary>The names of these parts, in the order of the card's files; <see cref="CardParts.Proof"/> has none.</summary>
    public static IReadOnlyList<string> Of(CardParts parts) => [.. Known.Where(known => parts.HasFlag(known.Part)).Select(known => known.Name)];

    /// <summary>The part of a name; null for every other text.</summary>
    public static CardParts? PartOf(string? name)
    {
        foreach (var known in Known)
        {
            if (known.Name == name)
            {
                return known.Part;
            }
        }

        return null;
    }

    /// <summary>All parts of a list; what is no name has none.</summary>
    public static CardParts PartsOf(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Aggregate(CardParts.None, (parts, name) => parts | (PartOf(name) ?? CardParts.None));
    }
}
