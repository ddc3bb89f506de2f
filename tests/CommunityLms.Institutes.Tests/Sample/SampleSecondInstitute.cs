using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleSecondInstitute
{
    private readonly SampleCity _city = SampleCity.Create(1, SampleDays.Autumn);
    private readonly SampleCity _county = SampleCity.Second(1, SampleDays.Autumn);

    [Fact]
    public void County_IsSmall()
    {
        _county.Units.Count.ShouldBe(6);
        _county.Units.ShouldContain(unit => unit.Kind == UnitKind.County);
        _county.People.Count().ShouldBeInRange(24, 27);
    }

    [Fact]
    public void County_WhenComparedWithTheCity_SharesNoIdentification()
    {
        Shared(institute => institute.Units.SelectMany(unit => new[] { unit.Key, unit.Code })).ShouldBeEmpty();
        Shared(institute => institute.People.SelectMany(person => new[] { person.Key, person.StaffNumber, person.Email, person.Phone })).ShouldBeEmpty();
    }

    /// <summary>A leak between the two is seen at once when a well-known name stands where it can't.</summary>
    [Fact]
    public void County_HasNamesakesOfTheCitysAccountHolders()
    {
        string[] holders = ["admin", "district", "school", "leader", "mentor", "trainee"];
        _city.People.Where(person => holders.Contains(person.Key)).Select(person => person.LatinName)
            .ShouldBeSubsetOf(_county.People.Select(person => person.LatinName));
    }

    private IEnumerable<string> Shared(Func<SampleCity, IEnumerable<string>> words) => words(_city).Intersect(words(_county));
}
