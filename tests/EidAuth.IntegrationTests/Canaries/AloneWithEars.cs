using Xunit;

namespace EidAuth.IntegrationTests.Canaries;

/// <summary>The console and the listeners belong to the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Ears), DisableParallelization = true)]
public sealed class AloneWithEars;
