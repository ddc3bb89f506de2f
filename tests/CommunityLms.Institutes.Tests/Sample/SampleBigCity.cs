using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleBigCity
{
    [Theory, InlineData(1), InlineData(500), InlineData(20_000)]
    public void Scale_WhenAskedForANumberOfPeople_GivesExactlyThat(int number)
    {
        var people = SampleCity.Scale(number, 1, SampleDays.Autumn).People.ToList();
        people.Count.ShouldBe(number);
        people.Select(person => person.StaffNumber).ShouldBeUnique();
        people.Select(person => person.Email).ShouldBeUnique();
    }

    [Fact]
    public void Scale_WhenPeopleDouble_SchoolsDoubleToo()
    {
        var (small, big) = (Schools(10_000), Schools(20_000));
        ((double)big / small).ShouldBe(2, tolerance: 0.05);
    }

    [Fact]
    public void Scale_WhenReadAgain_GivesTheSamePeople()
    {
        var people = SampleCity.Scale(1_000, 1, SampleDays.Autumn).People;
        JsonSerializer.Serialize(people).ShouldBe(JsonSerializer.Serialize(people));
    }

    [Fact]
    public void Scale_WhenRead_MakesPeopleOneByOne()
    {
        var people = SampleCity.Scale(2_000, 1, SampleDays.Autumn).People;
        ReferenceEquals(people.First(), people.First()).ShouldBeFalse();
        people.TryGetNonEnumeratedCount(out _).ShouldBeFalse();
    }

    [Fact]
    public void Scale_WhenRead_PlacesEverybodyInAKnownUnit()
    {
        var city = SampleCity.Scale(5_000, 1, SampleDays.Autumn);
        var keys = city.Units.Select(unit => unit.Key).ToHashSet();
        city.People.SelectMany(person => person.Employments).ShouldAllBe(employment => keys.Contains(employment.UnitKey));
    }

    private static int Schools(int people) => SampleCity.Scale(people, 1, SampleDays.Autumn).Units.Count(unit => unit.Kind == UnitKind.School);
}
