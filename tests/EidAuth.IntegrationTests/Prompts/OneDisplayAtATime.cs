using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>Tests with windows run one after the other: on two cores, several displays with browsers on them would only wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class OneDisplayAtATime
{
    public const string Name = "one display at a time";
}
