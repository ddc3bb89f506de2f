using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleTutorNetwork
{
    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Network_InEachSubject_HasItsThreeLevels(int seed, DateOnly today)
    {
        var city = SampleCity.Create(seed, today);
        var positions = city.People.SelectMany(person => person.TutorPositions).ToList();
        foreach (var subject in city.Subjects)
        {
            positions.Where(position => position.SubjectCode == subject.Code).Select(position => position.Position).Distinct()
                .ShouldBe([TutorPosition.Section, TutorPosition.GroupLeader, TutorPosition.Tutor], ignoreOrder: true, subject.LatinName);
        }

        positions.ShouldAllBe(position => position.From <= today && (position.Position == TutorPosition.Section) == (position.GroupName == null));
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Group_InEachSubject_HasOneLeaderAndTutors(int seed, DateOnly today)
    {
        var groups = SampleCity.Create(seed, today).People.SelectMany(person => person.TutorPositions)
            .Where(position => position.GroupName is not null).GroupBy(position => (position.GroupName, position.SubjectCode)).ToList();
        groups.Count.ShouldBeGreaterThan(10);
        groups.ShouldAllBe(group => group.Count(position => position.Position == TutorPosition.GroupLeader) == 1 && group.Count() >= 2);
    }

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Tutors_OfEveryLevel_TeachTheSubjectAndAreAppraised(int seed, DateOnly today)
    {
        var network = SampleCity.Create(seed, today).People.Where(person => person.TutorPositions.Count > 0).ToList();
        network.ShouldAllBe(person => person.Appraisals.Count > 0);
        network.ShouldAllBe(person => person.TutorPositions.All(position =>
            person.Employments.Any(employment => employment.To == null && employment.SubjectCode == position.SubjectCode)));
    }

    [Fact]
    public void Haizhu_HasSixteenPairingTeachers_PrincipalsAndVicePrincipalsAmongThem()
    {
        var sixteen = Group("海珠导师组", "haizhu/");
        sixteen.Count.ShouldBe(16);
        sixteen.Count(person => person.Current()!.Title == "校长").ShouldBe(2);
        sixteen.Count(person => person.Current()!.Title == "副校长").ShouldBe(2);
    }

    [Fact]
    public void Nansha_HasATeamOfMoreThanFifty() => Group("南沙导师组", "nansha/").Count.ShouldBeGreaterThan(50);

    [Theory, MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Appraisals_OfTheCity_GetRarerWithTheLevel(int seed, DateOnly today)
    {
        var people = SampleCity.Create(seed, today).People.ToList();
        var appraised = people.Where(person => person.Appraisals.Count > 0).ToList();
        appraised.Count.ShouldBeInRange(people.Count / 4, people.Count / 2);

        var highest = appraised.CountBy(person => person.Appraisals[^1].Level).ToDictionary();
        highest[BackboneLevel.County].ShouldBeGreaterThan(highest[BackboneLevel.City]);
        highest[BackboneLevel.City].ShouldBeGreaterThan(highest[BackboneLevel.Province]);
        appraised.Select(person => person.Appraisals[^1].Category).Distinct().Count().ShouldBe(3);
        foreach (var person in appraised)
        {
            person.Appraisals.Select(appraisal => appraisal.Since).ShouldBeInOrder();
            person.Appraisals.Select(appraisal => appraisal.Level).ShouldBeInOrder();
            person.Appraisals.ShouldAllBe(appraisal => appraisal.Since <= today && appraisal.Since > person.Employments[0].From);
        }
    }

    private static List<SamplePerson> Group(string name, string district)
    {
        var members = SampleCity.Create(1, SampleDays.Autumn).People.Where(person => person.TutorPositions.Any(position => position.GroupName == name)).ToList();
        members.ShouldAllBe(person => person.Current()!.UnitKey.StartsWith(district, StringComparison.Ordinal));
        return members;
    }
}
