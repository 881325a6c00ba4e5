using System.Globalization;

namespace EidAuth.Login;

/// <summary>
/// A Belgian national number: YYMMDD, three digits that count the people of that day, two check digits. What is derived from it is a hint: the number may not
/// follow a corrected birth date or a change of sex. Use of the number is reserved by law.
/// </summary>
public readonly struct NationalNumber : IEquatable<NationalNumber>
{
    private const int Length = 11;

    private readonly string? digits;

    private NationalNumber(string digits, bool isBornSince2000) => (this.digits, IsBornSince2000) = (digits, isBornSince2000);

    /// <summary>11 digits without punctuation.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, not a number that was read.</exception>
    public string Digits => digits ?? throw new InvalidOperationException("No national number was read.");

    /// <summary>Told by the check digits: they are over a number with a 2 in front for those born in 2000 or later, and only one of the two rules can hold.</summary>
    public bool IsBornSince2000 { get; }

    /// <summary>Four digits.</summary>
    public int BirthYear => (IsBornSince2000 ? 2000 : 1900) + Read(0, 2);

    /// <summary>1 to 12, or null when it is unknown or no month.</summary>
    public int? BirthMonth => MonthField % 20 is >= 1 and <= 12 and var month ? month : null;

    /// <summary>1 to 31 as the month has days, or null when it is unknown or no such day.</summary>
    public int? BirthDay => BirthMonth is { } month && Read(4, 2) is >= 1 and var day && day <= DateTime.DaysInMonth(BirthYear, month) ? day : null;

    /// <summary>The birth date when all of it is known; null otherwise.</summary>
    public DateOnly? BirthDate => BirthMonth is { } month && BirthDay is { } day ? new DateOnly(BirthYear, month, day) : null;

    /// <summary>A BIS number, for people who are not in the Register: 20 or 40 is added to the month. Not expected on a card.</summary>
    public bool IsBis => MonthField >= 20;

    /// <summary>The sex at registration by the parity of the counter; null for a BIS number that was given without it, and for the unused counters 000 and 999.</summary>
    public bool? IsMale => MonthField is >= 20 and < 40 || Read(6, 3) is 0 or 999 ? null : Read(6, 3) % 2 == 1;

    // 00 to 12; a BIS number has 20 to 32 or 40 to 52. What is neither is no month and says nothing.
    private int MonthField => Read(2, 2) is (<= 12 or (>= 20 and <= 32) or (>= 40 and <= 52)) and var month ? month : 0;

    /// <summary>Reads 11 ASCII digits whose check digits hold.</summary>
    public static bool TryParse(string? text, out NationalNumber number)
    {
        number = default;
        if (text is null || text.Length != Length || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var counted = long.Parse(text.AsSpan(0, 9), NumberStyles.None, CultureInfo.InvariantCulture);
        var check = long.Parse(text.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture);
        var isBefore2000 = check == 97 - (counted % 97);
        var isSince2000 = check == 97 - ((2_000_000_000 + counted) % 97);
        number = isBefore2000 || isSince2000 ? new NationalNumber(text, isSince2000) : default;
        return isBefore2000 || isSince2000;
    }

    /// <summary>The same digits.</summary>
    public static bool operator ==(NationalNumber left, NationalNumber right) => left.Equals(right);

    /// <summary>Other digits.</summary>
    public static bool operator !=(NationalNumber left, NationalNumber right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(NationalNumber other) => digits == other.digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NationalNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(digits ?? "");

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(NationalNumber);

    private int Read(int start, int length) => int.Parse(Digits.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
