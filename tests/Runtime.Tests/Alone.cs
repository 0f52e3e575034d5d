using Xunit;

namespace Training.Runtime.Tests;

/// <summary>Tests that weigh the memory of the process must not share it with others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
