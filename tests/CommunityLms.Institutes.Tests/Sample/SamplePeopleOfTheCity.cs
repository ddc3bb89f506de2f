using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SamplePeopleOfTheCity
{
    [Fact]
    public void People_WhateverTheSeed_AreAboutFourHundred() =>
        Enumerable.Range(0, 100).ShouldAllBe(seed => Enumerable.Range(380, 41).Contains(SampleCity.Create(seed, SampleDays.Autumn).People.Count()));

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void People_WhenCompared_ShareNoIdentification(int seed, DateOnly today)
    {
        var people = SampleCity.Create(seed, today).People.ToList();
        people.Select(person => person.Key).ShouldBeUnique();
        people.Select(person => person.StaffNumber).ShouldBeUnique();
        people.Select(person => person.Email).ShouldBeUnique();
        people.Select(person => person.Phone).ShouldBeUnique();
        people.ShouldAllBe(person => person.Email.EndsWith("@sample.example", StringComparison.Ordinal) && person.Email.All(char.IsAscii) && person.Phone.StartsWith("000-", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Employments_OfEverybody_LieInOrderInKnownUnits(int seed, DateOnly today)
    {
        var city = SampleCity.Create(seed, today);
        var units = city.Units.ToDictionary(unit => unit.Key);
        string?[] subjects = [null, .. city.Subjects.Select(subject => subject.Code)];
        foreach (var person in city.People)
        {
            person.Employments.ShouldNotBeEmpty();
            person.Employments.Select(employment => employment.From).ShouldBeInOrder();
            foreach (var employment in person.Employments)
            {
                employment.From.ShouldBeInRange(units[employment.UnitKey].Since, today, person.Key);
                (employment.To ?? today).ShouldBeInRange(employment.From, today, person.Key);
                subjects.ShouldContain(employment.SubjectCode);
            }

            if (person.BornYear is { } born)
            {
                (person.Employments[0].From.Year - born).ShouldBeInRange(21, 25, person.Key);
            }

            foreach (var (earlier, later) in person.Employments.Zip(person.Employments.Skip(1)))
            {
                (earlier.To is { } to ? to.AddDays(1) : earlier.From).ShouldBe(later.From, person.Key);
            }
        }
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Employments_OfTheCity_ShowEveryVariety(int seed, DateOnly today)
    {
        var people = SampleCity.Create(seed, today).People.ToList();
        people.Count(person => person.Current() is null).ShouldBeInRange(1, 20);
        people.Count(person => person.Current()?.Load == EmploymentLoad.PartTime).ShouldBeInRange(5, 30);
        people.Count(person => person.Employments.Count(employment => employment is { To: null, SubjectCode: not null }) == 2).ShouldBeGreaterThan(20);
        people.Count(person => person.Current() is { SubjectCode: not null } now && person.Employments[0].UnitKey != now.UnitKey).ShouldBeGreaterThan(20);
        people.SelectMany(person => person.Employments).Select(employment => employment.GradeBand).Distinct()
            .ShouldBe([null, GradeBand.LowerPrimary, GradeBand.MiddlePrimary, GradeBand.UpperPrimary], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Units_OfTheCity_AreAllStaffedToday(int seed, DateOnly today)
    {
        var city = SampleCity.Create(seed, today);
        var staffed = city.People.SelectMany(person => person.Employments).Where(employment => employment.To is null).Select(employment => employment.UnitKey);
        city.Units.Select(unit => unit.Key).Except(staffed).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Schools_InTheCountry_HaveNewTeachers(int seed, DateOnly today)
    {
        var city = SampleCity.Create(seed, today);
        var threeYears = SampleDays.SchoolYear(today).AddYears(-2);
        var unitsWithNew = city.People.Where(person => person.Employments[0].From >= threeYears && person.TutorPositions.Count == 0)
            .Select(person => person.Current()!.UnitKey).ToList();
        city.Units.Where(unit => unit is { Kind: UnitKind.School, Setting: UnitSetting.Rural or UnitSetting.Village })
            .ShouldAllBe(school => unitsWithNew.Any(key => key == school.Key || key.StartsWith(school.Key + "/", StringComparison.Ordinal)));
    }
}
