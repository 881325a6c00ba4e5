namespace EidAuth.Simulator.Cards;

/// <summary>An address as in file 4033.</summary>
/// <param name="Street">Street and number.</param>
/// <param name="Zip">Four digits.</param>
/// <param name="Municipality">Municipality.</param>
public sealed record CitizenAddress(string Street, string Zip, string Municipality);
