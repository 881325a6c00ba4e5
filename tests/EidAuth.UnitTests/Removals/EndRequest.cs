namespace EidAuth.UnitTests.Removals;

/// <summary>What a site was sent.</summary>
internal sealed record EndRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
