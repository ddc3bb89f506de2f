using System.Text.Json;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleDeterminism
{
    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Create_WhenSeedAndDayAreTheSame_GivesTheSameCity(int seed, DateOnly today) =>
        Text(SampleCity.Create(seed, today)).ShouldBe(Text(SampleCity.Create(seed, today)));

    [Fact]
    public void Create_WhenSeedDiffers_GivesOtherPeopleInTheSameUnits()
    {
        var (one, other) = (SampleCity.Create(1, SampleDays.Autumn), SampleCity.Create(2, SampleDays.Autumn));
        other.Units.Select(unit => unit.Key).ShouldBe(one.Units.Select(unit => unit.Key));
        other.People.Select(person => person.LatinName).ShouldNotBe(one.People.Select(person => person.LatinName));
    }

    [Fact]
    public void Create_WhenAYearHasPassed_MovesEveryDateByAYear()
    {
        var (one, other) = (SampleCity.Create(1, SampleDays.Autumn), SampleCity.Create(1, SampleDays.Autumn.AddYears(1)));
        other.People.SelectMany(person => person.Employments).Select(employment => employment.From)
            .ShouldBe(one.People.SelectMany(person => person.Employments).Select(employment => employment.From.AddYears(1)));
    }

    /// <summary>The last three digits of the numbers published for SplitMix64 with the seed 1234567: the sample mustn't drift between versions of .NET.</summary>
    [Fact]
    public void Random_WhenSeeded_FollowsThePublishedSequence()
    {
        var random = new SampleRandom(1234567, key: "");
        Enumerable.Range(0, 5).Select(_ => random.Between(0, 999)).ShouldBe([317, 973, 423, 431, 821]);
    }

    [Fact]
    public void Random_WhenKeysDiffer_FollowsDifferentSequences() =>
        Enumerable.Range(0, 100).Select(number => new SampleRandom(1, $"school {number}").Between(0, int.MaxValue - 1)).ShouldBeUnique();

    private static string Text(SampleCity city) => JsonSerializer.Serialize(city);
}
