using CommunityLms.Institutes.People;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>What a merger does to the work of a person.</summary>
public sealed class CarryingWorkOver
{
    private static readonly Guid Old = Guid.CreateVersion7(), New = Guid.CreateVersion7(), Maths = Guid.CreateVersion7();
    private static readonly DateOnly Today = ATree.Today;
    private readonly Person _person = new(new("1001", "陈", "晓兰"));

    [Fact]
    public void Work_ThatGoesOn_EndsYesterdayAndBeginsTodayOnTheSameTerms()
    {
        _person.Employ(new(Old, new(2020, 9, 1), To: null, Maths, Contracts.GradeBand.UpperPrimary, Contracts.EmploymentLoad.PartTime, "Teacher"));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(Old, new(2020, 9, 1), Today.AddDays(-1)), (New, Today, null)]);
        var carried = _person.Employments[^1];
        (carried.SubjectId, carried.GradeBand, carried.Load, carried.Title).ShouldBe((Maths, Contracts.GradeBand.UpperPrimary, Contracts.EmploymentLoad.PartTime, "Teacher"));
    }

    [Fact]
    public void Work_ThatEndedBefore_StaysAsItWas()
    {
        _person.Employ(new(Old, new(2020, 9, 1), Today.AddDays(-1)));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(Old, new(2020, 9, 1), Today.AddDays(-1))]);
    }

    [Fact]
    public void Work_ThatBeginsLater_OnlyChangesItsUnit()
    {
        _person.Employ(new(Old, Today.AddDays(30)));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(New, Today.AddDays(30), null)]);
    }

    [Fact]
    public void Work_ThatBeginsToday_LeavesNoEmptyTimeBehind()
    {
        _person.Employ(new(Old, Today));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(New, Today, null)]);
    }

    [Fact]
    public void Work_ThatIsDoneThereAlready_IsNotDoubled()
    {
        _person.Employ(new(Old, new(2020, 9, 1), SubjectId: Maths));
        _person.Employ(new(New, new(2024, 9, 1), SubjectId: Maths));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(Old, new(2020, 9, 1), Today.AddDays(-1)), (New, new(2024, 9, 1), null)]);
    }

    [Fact]
    public void Work_ThatIsDoneThereForAWhile_GoesOnAfterwards()
    {
        _person.Employ(new(Old, new(2020, 9, 1)));
        _person.Employ(new(New, new(2024, 9, 1), Today.AddDays(10)));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(Old, new(2020, 9, 1), Today.AddDays(-1)), (New, new(2024, 9, 1), Today.AddDays(10)), (New, Today.AddDays(11), null)]);
    }

    [Fact]
    public void Work_Elsewhere_IsLeftAlone()
    {
        var elsewhere = Guid.CreateVersion7();
        _person.Employ(new(elsewhere, new(2020, 9, 1)));
        _person.Transfer(Old, New, Today);

        Said().ShouldBe([(elsewhere, new(2020, 9, 1), null)]);
    }

    private IEnumerable<(Guid, DateOnly, DateOnly?)> Said() => _person.Employments.Select(e => (e.UnitId, e.From, e.To));
}
