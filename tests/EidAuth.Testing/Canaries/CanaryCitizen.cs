using System.Globalization;
using System.Security.Cryptography;
using EidAuth.Simulator.Cards;

namespace EidAuth.Testing.Canaries;

/// <summary>A citizen whose names, number and PIN were drawn for one run and stand nowhere else.</summary>
public sealed record CanaryCitizen(Citizen Citizen)
{
    /// <summary>Names, number, card number and a PIN of 12 digits.</summary>
    public IReadOnlyList<Canary> Canaries =>
    [
        Canary.Pin(Citizen.Pin),
        Canary.NationalNumber(Citizen.NationalNumber),
        Canary.Text("surname", Citizen.Surname),
        Canary.Text("given name", Citizen.GivenNames),
        Canary.Text("street", Citizen.Address.Street),
    ];

    /// <summary>Draws one.</summary>
    public static CanaryCitizen Draw(string applet)
    {
        var birth = new DateOnly(1950, 1, 1).AddDays(RandomNumberGenerator.GetInt32(365 * 40));
        var first = birth.ToString("yyMMdd", CultureInfo.InvariantCulture) + "999";
        var check = 97 - (int)(long.Parse(first, CultureInfo.InvariantCulture) % 97);
        return new CanaryCitizen(Citizen.All["adult-18"] with
        {
            Id = "canary",
            Applet = applet,
            Pin = RandomNumberGenerator.GetString("0123456789", 12),
            NationalNumber = string.Create(CultureInfo.InvariantCulture, $"{first}{check:00}"),
            Surname = "Zq" + RandomNumberGenerator.GetString("bcdfghjkmpvwx", 10),
            GivenNames = "Qy" + RandomNumberGenerator.GetString("bcdfghjkmpvwx", 10),
            BirthDate = birth,
            Address = Citizen.All["adult-18"].Address with { Street = "Xw" + RandomNumberGenerator.GetString("bcdfghjkmpvwx", 10) },
        });
    }
}
