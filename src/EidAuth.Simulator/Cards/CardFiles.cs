namespace EidAuth.Simulator.Cards;

/// <summary>The card's transparent files: 3F00 with its child files and the directories DF00 (BELPIC) and DF01 (ID).</summary>
internal sealed class CardFiles
{
    public const ushort MasterFile = 0x3F00;
    public const ushort CertificateDirectory = 0xDF00;
    public const ushort IdentityDirectory = 0xDF01;

    private readonly Dictionary<(ushort Directory, ushort File), byte[]> files = [];

    public void Add(ushort directory, ushort file, byte[] content) => files.Add((directory, file), content);

    public void Add(ushort directory, ushort file, string hexadecimal) => Add(directory, file, Convert.FromHexString(hexadecimal));

    public bool HasDirectory(ushort directory) => directory == MasterFile || files.Keys.Any(key => key.Directory == directory);

    /// <summary>The directory that has such a file, or null.</summary>
    public ushort? DirectoryOf(ushort file) => files.Keys.Where(key => key.File == file).Select(key => (ushort?)key.Directory).FirstOrDefault();

    public byte[]? Find(ushort directory, ushort file) => files.GetValueOrDefault((directory, file));
}
