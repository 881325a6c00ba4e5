using EidAuth.Belpic;
using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>
/// The form field <c>identity</c>: what the citizen agreed to give, as files of the card with what proves them. Nothing in it is proven; <see cref="Judge"/> does
/// that. The address signature covers the identity signature, and only the identity file says whose an address or a photo is: so identity, its signature and the
/// National Register's certificate travel with every part, and what was not agreed to is used for the proof alone.
/// </summary>
public sealed partial class PostedFields
{
    /// <summary>The longest JSON that is looked at, in characters: every file at its greatest length in base64, with room for the names.</summary>
    public const int MaximumLength = 46 * 1024;

    private readonly Dictionary<FieldFile, byte[]> files;

    private PostedFields(CardParts given, Dictionary<FieldFile, byte[]> files) => (Given, this.files) = (given, files);

    /// <summary>What the citizen agreed to give, out of identity, address and photo; at the site only what it asked for.</summary>
    public CardParts Given { get; }

    /// <summary>Takes from a card what was agreed to, with its proof; null when the card has nothing of it, or not what proves it.</summary>
    /// <param name="content">What was read with <see cref="CardParts.Proof"/>.</param>
    /// <param name="agreed">Out of identity, address and photo. What the card lacks is left out.</param>
    public static PostedFields? Take(CardContent content, CardParts agreed)
    {
        ArgumentNullException.ThrowIfNull(content);
        var read = FilesOf(content);
        var given = CardParts.None;
        foreach (var part in (ReadOnlySpan<CardParts>)[CardParts.Identity, CardParts.Address, CardParts.Photo])
        {
            if (agreed.HasFlag(part) && FieldFile.All.All(file => !file.IsNeededFor(part) || read.ContainsKey(file)))
            {
                given |= part;
            }
        }

        return given == CardParts.None ? null : new PostedFields(given, read.Where(file => file.Key.GoesWith(given)).ToDictionary());
    }

    /// <summary>Proves what was posted, or says why not. Pure: no network, no clock, no store.</summary>
    /// <param name="login">The login with which it came: the person it must be about.</param>
    /// <param name="anchors">The roots that the login was verified with.</param>
    /// <param name="now">The site's clock.</param>
    /// <exception cref="ArgumentException">The login was verified under test anchors and these are none, or the other way round.</exception>
    public FieldsVerdict Judge(VerifiedLogin login, TrustAnchors anchors, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(anchors);
        return login.TestTrust == anchors.IsTest
            ? new FieldsExamination(Given, Find, login, anchors, now).Judge()
            : throw new ArgumentException("Login and fields are judged under the same anchors.", nameof(anchors));
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(PostedFields);

    private ReadOnlyMemory<byte>? Find(FieldFile file) => files.TryGetValue(file, out var content) ? content : default(ReadOnlyMemory<byte>?);

    private static Dictionary<FieldFile, byte[]> FilesOf(CardContent content)
    {
        var read = new Dictionary<FieldFile, byte[]>();
        Add(FieldFile.Identity, content.Identity?.Raw);
        Add(FieldFile.IdentitySignature, content.IdentitySignature);
        Add(FieldFile.Address, content.Address?.Raw);
        Add(FieldFile.AddressSignature, content.AddressSignature);
        Add(FieldFile.Photo, content.Photo);
        Add(FieldFile.Register, content.NationalRegisterCertificate);
        Add(FieldFile.Root, content.RootCertificate);
        return read;

        // What is longer than any site takes counts as not on the card.
        void Add(FieldFile file, ReadOnlyMemory<byte>? bytes)
        {
            if (bytes is { IsEmpty: false } there && there.Length <= file.MaximumLength)
            {
                read.Add(file, there.ToArray());
            }
        }
    }
}
