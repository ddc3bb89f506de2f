namespace CommunityLms.Institutes.Sample;

/// <summary>The school years up to a day. Year 0 is the one that runs on that day; each begins on 1 September.</summary>
internal sealed class SampleYears(DateOnly today)
{
    private readonly DateOnly _current = new(today.Month >= 9 ? today.Year : today.Year - 1, 9, 1);

    public DateOnly Start(int yearsAgo) => _current.AddYears(-yearsAgo);

    /// <summary>The second semester begins on 1 March; that of year 0 may still lie ahead.</summary>
    public DateOnly SecondSemester(int yearsAgo) => Start(yearsAgo).AddMonths(6);

    /// <summary>10 September, when honours are announced.</summary>
    /// <param name="yearsAgo">At least 1: that of year 0 may still lie ahead.</param>
    public DateOnly TeachersDay(int yearsAgo) => Start(yearsAgo).AddDays(9);
}
