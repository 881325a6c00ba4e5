namespace EidAuth.Simulator.Cards;

/// <summary>An invented person from hardware-fixtures/citizens: the file's members.</summary>
public sealed record Citizen
{
    /// <summary>The file's name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>1.7 or 1.8.</summary>
    public required string Applet { get; init; }

    /// <summary>4 to 12 digits.</summary>
    public required string Pin { get; init; }

    /// <summary>11 digits with right check digits and a serial part nobody has (000 or 999).</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>First two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>All citizens that ship with the simulator, by id.</summary>
    public static IReadOnlyDictionary<string, Citizen> All => throw new NotImplementedException();
}
