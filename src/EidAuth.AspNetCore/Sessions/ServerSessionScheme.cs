namespace EidAuth.AspNetCore.Sessions;

/// <summary>A cookie scheme whose sessions stand on the server; one of each is registered.</summary>
internal sealed record ServerSessionScheme(string Name);
