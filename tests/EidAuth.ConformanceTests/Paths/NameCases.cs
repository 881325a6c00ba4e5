using System.Text;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>Name constraints (RFC 5280 §4.2.1.10), kind by kind.</summary>
internal static class NameCases
{
    private const int Mail = 1;
    private const int Dns = 2;
    private const int Directory = 4;
    private const int Uri = 6;
    private const int Address = 7;

    private const string Reader = "it passes over constraints it cannot read";

    public static readonly PathCase[] All =
    [
        Permitted("a host itself", Dns, "loket.example.be", "loket.example.be", true),
        Permitted("a host below", Dns, "example.be", "loket.example.be", true),
        Permitted("a host in another case", Dns, "EXAMPLE.be", "Loket.example.BE", true),
        Permitted("a host that ends alike", Dns, "example.be", "badexample.be", false),
        Permitted("another host", Dns, "example.be", "example.test", false),
        Permitted("every host", Dns, "", "loket.example.be", true),
        Permitted("a wildcard below", Dns, "example.be", "*.example.be", true),
        Permitted("a mail name where hosts are constrained", Mail, "x@example.test", "example.be", true, subtreeKind: Dns),
        Excluded("a host itself", Dns, "loket.example.be", "loket.example.be", false),
        Excluded("a host below", Dns, "example.be", "a.b.example.be", false),
        Excluded("another host", Dns, "example.be", "example.test", true),
        Excluded("a wildcard that stands for it", Dns, "loket.example.be", "*.example.be", false) with { OthersDiffer = "it compares a wildcard as if it were a name" },
        Excluded("a wildcard that cannot stand for it", Dns, "a.loket.example.be", "*.example.be", true),
        Permitted("a mailbox of the host", Mail, "example.be", "an@example.be", true),
        Permitted("a mailbox of a host below", Mail, "example.be", "an@loket.example.be", false),
        Permitted("a mailbox of a host below a dot", Mail, ".example.be", "an@loket.example.be", true),
        Permitted("a mailbox of the host itself below a dot", Mail, ".example.be", "an@example.be", false),
        Permitted("that mailbox", Mail, "an@example.be", "an@EXAMPLE.be", true),
        Permitted("that mailbox in another case", Mail, "an@example.be", "An@example.be", false),
        Excluded("a mailbox of the host", Mail, "example.be", "an@example.be", false),
        Permitted("an address of the host", Uri, "example.be", "https://example.be/x", true),
        Permitted("an address of a host below", Uri, ".example.be", "https://loket.example.be:8443/x", true),
        Permitted("an address of another host", Uri, "example.be", "https://example.test/example.be", false),
        Permitted("an address with a number for a host", Uri, "example.be", "https://127.0.0.1/", false),
        Permitted("an address without host", Uri, "example.be", "urn:x:y", false),
        new("names: an IP address within the mask", s => Constrain(s, [10, 1, 2, 3], [10, 0, 0, 0, 255, 0, 0, 0]), null),
        new("names: an IP address outside the mask", s => Constrain(s, [11, 1, 2, 3], [10, 0, 0, 0, 255, 0, 0, 0]), PathDefect.NameConstraints),
        new("names: a version 6 address where version 4 is constrained", s => Constrain(s, new byte[16], [10, 0, 0, 0, 255, 0, 0, 0]), PathDefect.NameConstraints),
        new("names: a mask with a hole", s => Constrain(s, [10, 1, 2, 3], [10, 0, 0, 0, 255, 0, 255, 0]), PathDefect.NameConstraints),
        new("names: an IP address of five bytes", s => Constrain(s, [10, 1, 2, 3, 4], [10, 0, 0, 0, 255, 0, 0, 0]), PathDefect.NameConstraints),
        Subject("the organisation", "Oefening", true),
        Subject("another organisation", "Ander", false),
        Subject("the organisation in another case and with spaces", "  OEFENING ", true),
        new("names: the organisation is excluded", s => s.Constrain([], [(Directory, Organisation("oefening"))]), PathDefect.NameConstraints),
        ExcludedAs("a T61String", 0x14, Encoding.Latin1),
        ExcludedAs("a BMPString", 0x1E, Encoding.BigEndianUnicode),
        ExcludedAs("a UniversalString", 0x1C, new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ExcludedAs("a PrintableString", 0x13, Encoding.ASCII),
        new("names: another organisation than the excluded one, in a BMPString", s => NameOrganisation(s, 0x1E, Encoding.BigEndianUnicode.GetBytes("Ander")), null),
        new("names: a mail address in the subject, no alternative name", s => MailInSubject(s, "an@example.test"), PathDefect.NameConstraints),
        new("names: a permitted mail address in the subject", s => MailInSubject(s, "an@example.be"), null),
        new("names: constraints of the root hold too", s => { s.NameLeaf(Dns, Ascii("x.test")); s.Root.With(Forge.NameConstraints, PathScenario.Constraints([(Dns, Ascii("example.be"))], []), critical: true); }, PathDefect.NameConstraints),
        new("names: both CAs constrain, the leaf keeps to one", TwoConstraints, PathDefect.NameConstraints),
        new("names: constraints that are not critical hold all the same", s => { s.NameLeaf(Dns, Ascii("x.test")); s.Inner.With(Forge.NameConstraints, PathScenario.Constraints([(Dns, Ascii("example.be"))], [])); }, PathDefect.NameConstraints),
        new("names: constraints that are empty", s => s.Inner.With(Forge.NameConstraints, Der.Sequence(), critical: true), PathDefect.NameConstraints) { OthersDiffer = "RFC 5280 forbids them, and it does not look" },
        new("names: constraints that are not DER", s => s.Inner.With(Forge.NameConstraints, [0x30, 0x80, 0, 0], critical: true), PathDefect.NameConstraints) { OthersDiffer = Reader },
        new("names: a subtree with a maximum", s => s.Inner.With(Forge.NameConstraints, Der.Sequence(Der.Explicit(0, Der.Sequence(Der.Implicit(2, Ascii("example.be")), Der.Implicit(1, [5])))), critical: true), PathDefect.NameConstraints) { OthersDiffer = Reader },
        new("names: a registered id is excluded, and one is there", s => { s.NameLeaf(8, [0x2A, 0x03]); s.Constrain([], [(8, [0x2A, 0x03])]); }, PathDefect.NameConstraints),
        new("names: a host with a NUL in it", s => { s.NameLeaf(Dns, Ascii("loket.example.be\0.test")); s.Constrain([(Dns, Ascii("example.be"))], []); }, PathDefect.NameConstraints),
        new("names: two hosts, one of them outside", s => { s.Leaf.With(PathScenario.AlternativeNames, Der.Sequence(Der.Implicit(2, Ascii("a.example.be")), Der.Implicit(2, Ascii("a.test")))); s.Constrain([(Dns, Ascii("example.be"))], []); }, PathDefect.NameConstraints),
        new("names: alternative names that are not DER", s => { s.Leaf.With(PathScenario.AlternativeNames, [0x30, 0x05, 0x82]); s.Constrain([(Dns, Ascii("example.be"))], []); }, PathDefect.NameConstraints),
        new("names: the inner CA's own name is excluded by the outer", s => s.Outer.With(Forge.NameConstraints, PathScenario.Constraints([], [(Directory, PathScenario.Name("Inner"))]), critical: true), PathDefect.NameConstraints),
    ];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Organisation(string name) => Der.Sequence(Der.Set(Der.Sequence(Der.Oid("2.5.4.10"), Der.Utf8(name))));

    private static PathCase Permitted(string title, int kind, string subtree, string name, bool holds, int? subtreeKind = null)
    {
        var (root, leaf) = subtreeKind is null ? (subtree, name) : (name, subtree);
        return new(
            $"names: permitted, {title}",
            s => { s.NameLeaf(kind, Ascii(leaf)); s.Constrain([(subtreeKind ?? kind, Ascii(root))], []); },
            holds ? null : PathDefect.NameConstraints);
    }

    private static PathCase Excluded(string title, int kind, string subtree, string name, bool holds) => new(
        $"names: excluded, {title}",
        s => { s.NameLeaf(kind, Ascii(name)); s.Constrain([], [(kind, Ascii(subtree))]); },
        holds ? null : PathDefect.NameConstraints);

    private static PathCase Subject(string title, string organisation, bool holds) => new(
        $"names: permitted, {title}",
        s => s.Constrain([(Directory, Organisation(organisation))], []),
        holds ? null : PathDefect.NameConstraints);

    private static PathCase ExcludedAs(string title, byte tag, Encoding encoding) =>
        new($"names: the organisation is excluded, and the leaf has it as {title}", s => NameOrganisation(s, tag, encoding.GetBytes("Oefening")), PathDefect.NameConstraints);

    private static void NameOrganisation(PathScenario scenario, byte tag, byte[] contents)
    {
        scenario.Leaf.Subject = Der.Sequence(Der.Set(Der.Sequence(Der.Oid("2.5.4.10"), Der.Element(tag, contents))));
        scenario.Constrain([], [(Directory, Organisation("oefening"))]);
    }

    private static void Constrain(PathScenario scenario, byte[] address, byte[] subtree)
    {
        scenario.NameLeaf(Address, address);
        scenario.Constrain([(Address, subtree)], []);
    }

    private static void MailInSubject(PathScenario scenario, string mailbox)
    {
        scenario.Leaf.Subject = Der.Sequence(Der.Set(Der.Sequence(Der.Oid("1.2.840.113549.1.9.1"), Der.Element(0x16, Ascii(mailbox)))));
        scenario.Constrain([(Mail, Ascii("example.be"))], []);
    }

    private static void TwoConstraints(PathScenario scenario)
    {
        scenario.NameLeaf(Dns, Ascii("x.example.be"));
        scenario.Constrain([(Dns, Ascii("example.be"))], []);
        scenario.Outer.With(Forge.NameConstraints, PathScenario.Constraints([], [(Dns, Ascii("x.example.be"))]), critical: true);
    }
}
