using System.Buffers.Binary;

namespace EidAuth.Simulator.Cards;

/// <summary>Which directory and file are current, and the three ways to change that (1.8 manual §6.7). A selection that fails changes nothing.</summary>
internal sealed class FileSelection(CardFiles files, bool hasIdentityApplication, bool searchesDeeper)
{
    private static readonly (byte[] Aid, ushort Directory)[] Applications =
    [
        (Convert.FromHexString("A00000003029057000AD13100101FF"), CardFiles.MasterFile),
        (Convert.FromHexString("A000000177504B43532D3135"), CardFiles.CertificateDirectory),
        (Convert.FromHexString("A000000177496446696C6573"), CardFiles.IdentityDirectory),
    ];

    /// <summary>The current directory.</summary>
    public ushort Directory { get; private set; } = CardFiles.MasterFile;

    /// <summary>The current file's identifier, 0 when only a directory is selected.</summary>
    public ushort File { get; private set; }

    /// <summary>The current file, or null.</summary>
    public byte[]? Content { get; private set; }

    public void Reset() => Enter(CardFiles.MasterFile);

    /// <summary>The applet itself by its whole AID: back to 3F00.</summary>
    public bool ByAppletAid(ReadOnlySpan<byte> aid)
    {
        if (!aid.SequenceEqual(Applications[0].Aid))
        {
            return false;
        }

        Enter(CardFiles.MasterFile);
        return true;
    }

    /// <summary>By AID; one that is longer than the card's still matches.</summary>
    public bool ByAid(ReadOnlySpan<byte> aid)
    {
        foreach (var application in Applications)
        {
            if (aid.StartsWith(application.Aid) && (hasIdentityApplication || application.Directory != CardFiles.IdentityDirectory))
            {
                Enter(application.Directory);
                return true;
            }
        }

        return false;
    }

    /// <summary>A child of the current directory, or 3F00 from anywhere; a sibling directory is not found.</summary>
    public bool ById(ushort identifier)
    {
        if (identifier == CardFiles.MasterFile || ((searchesDeeper || Directory == CardFiles.MasterFile) && files.HasDirectory(identifier)))
        {
            Enter(identifier);
            return true;
        }

        return Open(Directory, identifier)
            || (searchesDeeper && Directory == CardFiles.MasterFile && files.DirectoryOf(identifier) is { } deeper && Open(deeper, identifier));
    }

    /// <summary>An absolute path of 2-byte identifiers, with or without 3F00 in front: the manuals leave it out, most clients send it.</summary>
    public bool ByPath(ReadOnlySpan<byte> path)
    {
        if (path.StartsWith((ReadOnlySpan<byte>)[0x3F, 0x00]))
        {
            path = path[2..];
        }

        if (path.IsEmpty)
        {
            Enter(CardFiles.MasterFile);
            return true;
        }

        var first = BinaryPrimitives.ReadUInt16BigEndian(path);
        if (path.Length == 2)
        {
            if (!files.HasDirectory(first))
            {
                return Open(CardFiles.MasterFile, first);
            }

            Enter(first);
            return true;
        }

        return path.Length == 4 && Open(first, BinaryPrimitives.ReadUInt16BigEndian(path[2..]));
    }

    private void Enter(ushort newDirectory) => (Directory, File, Content) = (newDirectory, 0, null);

    private bool Open(ushort inDirectory, ushort file)
    {
        if (files.Find(inDirectory, file) is not { } content)
        {
            return false;
        }

        (Directory, File, Content) = (inDirectory, file, content);
        return true;
    }
}
