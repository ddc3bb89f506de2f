using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Sample;

public sealed class SampleAccountHolders
{
    [Theory]
    [InlineData("admin", "institute/office", "办公室主任")]
    [InlineData("district", "conghua", "教研室干事")]
    [InlineData("school", "conghua/taiping-town-central", "校长")]
    [InlineData("leader", "yuexiu/dongfeng-west-road/english", "科组长")]
    [InlineData("mentor", "yuexiu/red-torch/english", "科组长")]
    [InlineData("trainee", "conghua/taiping-town-central/english", "新任教师")]
    public void Holder_WhateverTheSeed_HoldsThePost(string key, string unit, string title)
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var holder = Holder(key, seed);
            holder.Email.ShouldBe($"{key}@sample.example");
            (holder.Current()!.UnitKey, holder.Current()!.Title).ShouldBe((unit, title));
            holder.Gender.ShouldNotBeNull();
            holder.BornYear.ShouldNotBeNull();
        }
    }

    [Theory, InlineData("leader", TutorPosition.GroupLeader), InlineData("mentor", TutorPosition.Tutor)]
    public void Holder_WhenInTheNetwork_BelongsToTheEnglishGroupForConghua(string key, TutorPosition position)
    {
        var seat = Holder(key, 1).TutorPositions.ShouldHaveSingleItem();
        (seat.SubjectCode, seat.Position, seat.GroupName).ShouldBe(("ENG", position, "越秀从化导师组"));
    }

    [Fact]
    public void Trainee_WhateverTheSeed_BeganInTheLastThreeYears() => Enumerable.Range(0, 20).ShouldAllBe(seed =>
        Holder("trainee", seed).Employments[0].From >= SampleDays.SchoolYear(SampleDays.Autumn).AddYears(-2));

    [Fact]
    public void SecondAdministrator_WorksInTheSecondInstituteOnly()
    {
        var holder = SampleCity.Second(1, SampleDays.Autumn).People.Single(person => person.Key == "admin2");
        holder.Email.ShouldBe("admin2@sample.example");
        holder.Current()!.UnitKey.ShouldBe("college");
    }

    private static SamplePerson Holder(string key, int seed) => SampleCity.Create(seed, SampleDays.Autumn).People.Single(person => person.Key == key);
}
