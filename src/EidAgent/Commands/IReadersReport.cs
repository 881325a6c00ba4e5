namespace EidAgent.Commands;

/// <summary>How <c>readers</c> tells what it sees.</summary>
internal interface IReadersReport
{
    /// <summary>The readers at one moment.</summary>
    void List(IReadOnlyList<ReaderLook> readers);

    /// <summary>Before the first change.</summary>
    void Watching();

    /// <summary>What a reader now holds.</summary>
    void Changed(ReaderLook reader);

    /// <summary>A reader was unplugged.</summary>
    void Gone(string reader);
}
