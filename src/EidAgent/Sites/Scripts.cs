namespace EidAgent.Sites;

/// <summary>
/// The alphabets whose letters are taken for each other (Unicode UTS #39 §5.1, restriction levels; scripts by their blocks). Scripts of other shapes may stand together with Latin
/// letters, as they do in Japanese names.
/// </summary>
[Flags]
internal enum Scripts
{
    None = 0,
    Latin = 1,
    Greek = 2,
    Cyrillic = 4,
    Armenian = 8,
    Cherokee = 16,
    Other = 32,
}
