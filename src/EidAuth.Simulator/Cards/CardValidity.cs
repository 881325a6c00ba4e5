namespace EidAuth.Simulator.Cards;

/// <summary>First and last day of a card, tags 03 and 04.</summary>
public sealed record CardValidity(DateOnly From, DateOnly Until)
{
    /// <summary>Valid for a year already and for nine more.</summary>
    public static CardValidity Around(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new CardValidity(today.AddYears(-1), today.AddYears(9));
    }
}
