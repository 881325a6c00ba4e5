using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Memory is measured for the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(AloneWithMemory), DisableParallelization = true)]
public sealed class AloneWithMemory;
