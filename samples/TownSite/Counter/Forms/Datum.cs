namespace TownSite.Counter.Forms;

/// <summary>What a certificate that is ready at once can state: proven data of the person alone.</summary>
internal enum Datum
{
    Name,
    BirthDate,
    BirthPlace,
    Nationality,
    Address,
}
