using EidAuth.E2ETests.Accessibility;
using Xunit;

// Browsers, displays and whole logins, one after another: on two cores they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PageFigures))]
