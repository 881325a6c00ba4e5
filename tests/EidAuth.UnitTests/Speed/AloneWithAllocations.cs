using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>Pools and caches of the runtime belong to the process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(AloneWithAllocations), DisableParallelization = true)]
public sealed class AloneWithAllocations;
