using Xunit;

namespace EidAuth.UnitTests.Soak;

/// <summary>What is measured is the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(AloneWithSoak), DisableParallelization = true)]
public sealed class AloneWithSoak;
