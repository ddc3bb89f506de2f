using CommunityLms.Mentoring.Matching.Problems;
using static CommunityLms.Mentoring.Matching.Problems.InputFaultKind;
using static CommunityLms.Mentoring.Matching.Tests.Draw;

namespace CommunityLms.Mentoring.Matching.Tests.Problems;

/// <summary>What can't be computed with is named with the people concerned.</summary>
public sealed class FaultyInput
{
    private static readonly MatchingInput s_sound = new([T(1), T(2)], [new(M(1), 1), new(M(2), 2)], [new(T(1), M(1), 3), new(T(2), M(1), 4), new(T(2), M(2), 5)]);

    public static TheoryData<InputFaultKind> Kinds => [.. Enum.GetValues<InputFaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Input_WhenFaulty_IsNamed(InputFaultKind kind)
    {
        var (input, expected) = Faulty(kind);

        var reading = MatchingProblem.Read(input);

        reading.Problem.ShouldBeNull();
        reading.Faults.ShouldBe([expected]);
        reading.Faults[0].ToString().ShouldContain(kind.ToString());
    }

    [Fact]
    public void Input_WhenSound_HasNoFault() => MatchingProblem.Read(s_sound).Faults.ShouldBeEmpty();

    [Fact]
    public void Input_WhenFaultyInManyWays_IsNamedInAll() =>
        MatchingProblem.Read(s_sound with { Mentors = [new(M(1), -1), new(M(1), 2)], UnmatchedPrice = -1 }).Faults.Select(f => f.Kind)
            .ShouldBe([MentorTwice, NegativeCapacity, UnknownMentor, NegativeUnmatchedPrice]);

    [Fact]
    public void Person_WhenOnBothSides_IsMatchedWithOthersOnly()
    {
        var both = s_sound with { Mentors = [new(T(1), 1)], Candidates = [new(T(2), T(1), 1)] };

        MatchingProblem.Read(both).Faults.ShouldBeEmpty();
    }

    private static (MatchingInput Input, InputFault Expected) Faulty(InputFaultKind kind) => kind switch
    {
        TraineeTwice => (s_sound with { Trainees = [T(1), T(2), T(2)] }, new(kind, T(2))),
        MentorTwice => (s_sound with { Mentors = [.. s_sound.Mentors, new(M(2), 1)] }, new(kind, Mentor: M(2))),
        UnknownTrainee => (s_sound with { Forbidden = [new(T(9), M(1))] }, new(kind, T(9), M(1))),
        UnknownMentor => (s_sound with { Exclusions = [new(T(1), M(9), "subject")] }, new(kind, T(1), M(9))),
        SelfPair => (s_sound with { Mentors = [.. s_sound.Mentors, new(T(1), 1)], Candidates = [.. s_sound.Candidates, new(T(1), T(1), 1)] }, new(kind, T(1), T(1))),
        CandidateTwice => (s_sound with { Candidates = [.. s_sound.Candidates, new(T(1), M(1), 4)] }, new(kind, T(1), M(1))),
        NegativeCapacity => (s_sound with { Mentors = [new(M(1), 1), new(M(2), -2)] }, new(kind, null, M(2), -2)),
        NegativeMinimum => (s_sound with { Mentors = [new(M(1), 1), new(M(2), 2, -1)] }, new(kind, null, M(2), -1)),
        MinimumOverCapacity => (s_sound with { Mentors = [new(M(1), 1), new(M(2), 2, 3)] }, new(kind, null, M(2), 3)),
        PartsDifferFromCost => (s_sound with { Candidates = [new(T(1), M(1), 3, [new("distance", 1), new("grade band", 1)])] }, new(kind, T(1), M(1), 3)),
        PinnedTwice => (s_sound with { Pinned = [new(T(2), M(1)), new(T(2), M(2))] }, new(kind, T(2), M(2))),
        PinnedOverCapacity => (s_sound with { Pinned = [new(T(1), M(1)), new(T(2), M(1))] }, new(kind, T(2), M(1), 1)),
        PinnedAndForbidden => (s_sound with { Pinned = [new(T(1), M(1))], Forbidden = [new(T(1), M(1))] }, new(kind, T(1), M(1))),
        PinnedWithoutCandidate => (s_sound with { Pinned = [new(T(1), M(2))] }, new(kind, T(1), M(2))),
        NegativeUnmatchedPrice => (s_sound with { UnmatchedPrice = -5 }, new(kind, Number: -5)),
        CostTooLarge => (s_sound with { Candidates = [new(T(1), M(1), long.MinValue)] }, new(kind, Number: long.MinValue)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No example of this fault."),
    };
}
