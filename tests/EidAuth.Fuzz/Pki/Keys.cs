using EidAuth.Testing.Certificates;

namespace EidAuth.Fuzz.Pki;

/// <summary>The keys of the generated inputs. P-256 for the most part: it verifies ten times faster than P-384, and the readers do not see a difference.</summary>
internal static class Keys
{
    private static readonly Lazy<ForgeKey> FirstRsa = new(() => new ForgeKey(RepeatableRsa.Of("rsa 1")));
    private static readonly Lazy<ForgeKey> SecondRsa = new(() => new ForgeKey(RepeatableRsa.Of("rsa 2")));

    public static ForgeKey Root { get; } = new(new RepeatableEcdsa("root", 256));

    public static ForgeKey Ca { get; } = new(new RepeatableEcdsa("ca", 256));

    public static ForgeKey Leaf { get; } = new(new RepeatableEcdsa("leaf", 256));

    public static ForgeKey Responder { get; } = new(new RepeatableEcdsa("responder", 256));

    public static ForgeKey Wide { get; } = new(new RepeatableEcdsa("wide", 384));

    public static ForgeKey RsaRoot => FirstRsa.Value;

    public static ForgeKey RsaCa => SecondRsa.Value;
}
