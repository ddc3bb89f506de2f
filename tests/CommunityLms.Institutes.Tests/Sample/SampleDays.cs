using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

/// <summary>Seeds with the days on which school years are easily miscounted.</summary>
internal static class SampleDays
{
    public static readonly DateOnly Autumn = new(2026, 10, 15);

    public static TheoryData<int, DateOnly> All => new()
    {
        { 1, Autumn },
        { 7, new(2027, 8, 31) },
        { 42, new(2027, 9, 1) },
        { 2026, new(2028, 2, 29) },
    };

    public static DateOnly SchoolYear(DateOnly today) => new(today.Month >= 9 ? today.Year : today.Year - 1, 9, 1);

    public static SampleEmployment? Current(this SamplePerson person) => person.Employments.FirstOrDefault(employment => employment.To is null);
}
