namespace EidAuth.IntegrationTests.Ports;

/// <summary>Whom the town takes its visitor for, from the claims of the session.</summary>
/// <param name="Subject">The town's own name for that person.</param>
/// <param name="NationalNumber">11 digits.</param>
/// <param name="Surname">From the certificate.</param>
/// <param name="Revocation">How it was told that the certificate counts.</param>
internal sealed record TownPerson(string Subject, string NationalNumber, string Surname, string Revocation);
