namespace CommunityLms.Workflows.Engine.Feel.Temporal;

/// <summary>The proleptic Gregorian calendar over the years FEEL asks for, ten thousand times more than <see cref="DateTime"/> knows (DMN 1.5, 10.3.2.3.5).</summary>
internal static class Calendar
{
    public const int LastYear = 999_999_999;
    public const int SecondsPerDay = 86_400;

    private const int DaysPerCycle = 146_097;
    private const int YearsPerCycle = 400;

    /// <summary>Days from 0000-03-01, where the counting starts, to 1970-01-01.</summary>
    private const int DaysToEpoch = 719_468;

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % YearsPerCycle == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool IsDate(int year, int month, int day) =>
        year is >= -LastYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);

    /// <summary>Days since 1970-01-01. Years begin in March, so that the leap day is the last of its year.</summary>
    public static long DayNumber(int year, int month, int day)
    {
        long shifted = month > 2 ? year : year - 1;
        var cycle = Math.DivRem(shifted, YearsPerCycle, out var yearOfCycle);
        if (yearOfCycle < 0)
            (cycle, yearOfCycle) = (cycle - 1, yearOfCycle + YearsPerCycle);
        var dayOfYear = (((153 * ((month + 9) % 12)) + 2) / 5) + day - 1;
        return (cycle * DaysPerCycle) + (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear - DaysToEpoch;
    }

    /// <summary>The inverse of <see cref="DayNumber"/>.</summary>
    public static (long Year, int Month, int Day) DateOf(long dayNumber)
    {
        var cycle = Math.DivRem(dayNumber + DaysToEpoch, DaysPerCycle, out var dayOfCycle);
        if (dayOfCycle < 0)
            (cycle, dayOfCycle) = (cycle - 1, dayOfCycle + DaysPerCycle);
        var yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36_524) - (dayOfCycle / 146_096)) / 365;
        var dayOfYear = (int)(dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100)));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        return ((cycle * YearsPerCycle) + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1);
    }

    /// <summary>Monday is 1, Sunday 7 (ISO 8601).</summary>
    public static int Weekday(long dayNumber) => (int)((((dayNumber + 3) % 7) + 7) % 7) + 1;

    /// <summary>The number of the week in its year (ISO 8601): the week belongs to the year its Thursday is in.</summary>
    public static int WeekOfYear(long dayNumber)
    {
        var thursday = dayNumber + 4 - Weekday(dayNumber);
        var (year, _, _) = DateOf(thursday);
        return (int)((thursday - DayNumber((int)year, 1, 1)) / 7) + 1;
    }
}
