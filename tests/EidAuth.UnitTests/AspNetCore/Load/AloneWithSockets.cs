using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Load;

/// <summary>Time, sockets and memory are measured for the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(AloneWithSockets), DisableParallelization = true)]
public sealed class AloneWithSockets;
