using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EidAuth.Benchmarks.Validation;

/// <summary>Whether an assembly can build a platform chain at all: it would have to name X509Chain.</summary>
internal static class ChainReferences
{
    /// <summary>How many references to the type the assembly has.</summary>
    public static int Count(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return metadata.TypeReferences.Count(reference => metadata.StringComparer.Equals(metadata.GetTypeReference(reference).Name, "X509Chain"));
    }
}
