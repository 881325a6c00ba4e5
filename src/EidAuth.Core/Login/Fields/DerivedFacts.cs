using EidAuth.Belpic;

namespace EidAuth.Login;

/// <summary>What a site may need to know instead of the field itself. Pure; true only where it is certain.</summary>
public static class DerivedFacts
{
    /// <summary>
    /// Whether somebody is at least that old on a day. Who was born on 29 February reaches an age on 1 March of a year that has no such day.
    /// </summary>
    /// <param name="birth">May have the year alone, as the cards of people whose birthday is unknown have it.</param>
    /// <param name="years">Zero or more.</param>
    /// <param name="on">The day in Belgium.</param>
    /// <returns>True or false where every day that the birth may have been on says so; null otherwise, and for a birth date in no known form.</returns>
    public static bool? IsAtLeast(BirthDate birth, int years, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(birth);
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        if (birth.Year is not { } year)
        {
            return null;
        }

        var (firstMonth, lastMonth) = (birth.Month ?? 1, birth.Month ?? 12);
        return HasReached(year, lastMonth, birth.Day ?? DateTime.DaysInMonth(year, lastMonth), years, on) ? true
            : HasReached(year, firstMonth, birth.Day ?? 1, years, on) ? null
            : false;
    }

    /// <summary>Whether the address has one of these postal codes, four digits each.</summary>
    public static bool LivesIn(Address address, IEnumerable<string> postalCodes)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(postalCodes);
        return address.Zip.Length > 0 && postalCodes.Contains(address.Zip, StringComparer.Ordinal);
    }

    // By numbers, since the year of an age can lie beyond the calendar. 29 February is past every 28th and before every 1 March.
    private static bool HasReached(int year, int month, int day, int years, DateOnly on)
    {
        var reached = (long)year + years;
        return on.Year != reached ? on.Year > reached
            : on.Month != month ? on.Month > month
            : on.Day >= day;
    }
}
