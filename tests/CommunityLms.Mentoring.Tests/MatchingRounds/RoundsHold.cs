using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

public sealed class RoundsHold
{
    private static readonly IReadOnlyDictionary<Wish, int> s_weights = Enum.GetValues<Wish>().ToDictionary(w => w, _ => 1);
    private static readonly RoundPlan s_plan = new("Autumn", A.English, 2, [], [], s_weights);

    [Fact]
    public void SetUp_WhenTheProgrammeIsNotOpen_IsRefused() => Refused(ProgrammeRules.IsNotOpen, () => Round(s_plan, new Programme(A.Plan())));

    [Fact]
    public void SetUp_WhenTheSubjectIsAnother_IsRefused() => Refused(RoundRules.SubjectOfProgramme, () => Round(s_plan with { SubjectId = Guid.CreateVersion7() }));

    [Fact]
    public void SetUp_WhenAMentorTakesFive_IsRefused() => Refused(RoundRules.PlacesFit, () => Round(s_plan with { Places = 5 }));

    [Fact]
    public void SetUp_WhenAWishWeighsEleven_IsRefused() => Refused(RoundRules.WeightFits, () => Round(s_plan with { Weights = new Dictionary<Wish, int> { [Wish.GradeBand] = 11 } }));

    [Fact]
    public void Change_WhenUnitsAreOthers_KeepsThoseThatStay()
    {
        var (stays, goes, comes) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var round = Round(s_plan with { MentorUnits = [stays, goes] });
        var before = round.Units.Single(u => u.UnitId == stays);
        round.Change(s_plan with { MentorUnits = [stays], TraineeUnits = [comes] });
        round.Units.Select(u => (u.Side, u.UnitId)).ShouldBe([(Side.Mentor, stays), (Side.Trainee, comes)], ignoreOrder: true);
        round.Units.ShouldContain(before);
    }

    [Fact]
    public void Pin_WhenAMentorIsMatchedToThemself_IsRefused()
    {
        var round = Round();
        var (mentor, self) = (Member(round, Side.Mentor), Guid.CreateVersion7());
        Refused(RoundRules.NotOneself, () => round.Pin(mentor, Member(round, Side.Trainee, mentor.PersonId), Allowed));
        Refused(RoundRules.NotOneself, () => round.Forbid(Member(round, Side.Mentor, self), Member(round, Side.Trainee, self)));
    }

    [Fact]
    public void Pin_WhenThePlacesAreTaken_IsRefused()
    {
        var round = Round();
        var mentor = Member(round, Side.Mentor);
        round.Pin(mentor, Member(round, Side.Trainee), Allowed);
        round.Pin(mentor, Member(round, Side.Trainee), Allowed);
        Refused(RoundRules.PinnedOverPlaces, () => round.Pin(mentor, Member(round, Side.Trainee), Allowed));
    }

    [Fact]
    public void Pin_WhenTheTraineeIsSettledElsewhere_IsRefused()
    {
        var (round, trainee) = (Round(), Guid.CreateVersion7());
        round.Pin(Member(round, Side.Mentor), Member(round, Side.Trainee, trainee), Allowed);
        Refused(RoundRules.PinnedElsewhere, () => round.Pin(Member(round, Side.Mentor), Member(round, Side.Trainee, trainee), Allowed));
    }

    [Fact]
    public void Pin_WhenAContractWouldBeRefused_IsRefused()
    {
        var (round, school) = (Round(), Guid.CreateVersion7());
        var (mentor, trainee) = (Member(round, Side.Mentor), Member(round, Side.Trainee));
        mentor.Find(school, null, null);
        trainee.Find(school, null, null);
        Refused(ContractRules.NotOneSchool, () => round.Pin(mentor, trainee, (his, hers) => A.Programme().Excludes(new(his, null), new(hers, null))));
    }

    [Fact]
    public void Pin_WhenSomebodyIsLeftOutOrHindered_IsRefused()
    {
        var (round, mentor) = (Round(), Member(Round(), Side.Mentor));
        mentor.LeaveOut(true);
        Refused(RoundRules.BothTakePart, () => round.Pin(mentor, Member(round, Side.Trainee), Allowed));
        mentor.LeaveOut(false);
        mentor.Find(Guid.CreateVersion7(), null, Hurdle.NotForWholeTime);
        Refused(RoundRules.BothTakePart, () => round.Pin(mentor, Member(round, Side.Trainee), Allowed));
    }

    [Fact]
    public void Forbid_WhenThePairWasPinned_TurnsItRound()
    {
        var round = Round();
        var (mentor, trainee) = (Member(round, Side.Mentor), Member(round, Side.Trainee));
        round.Pin(mentor, trainee, Allowed);
        round.Forbid(mentor, trainee);
        round.Rulings.ShouldHaveSingleItem().Kind.ShouldBe(RulingKind.Forbidden);
        round.Lift(mentor.PersonId, trainee.PersonId);
        round.Rulings.ShouldBeEmpty();
    }

    [Fact]
    public void Publish_WhenDone_ClosesTheRound()
    {
        var round = Round();
        Refused(RoundRules.NothingToPublish, () => round.Publish(Outcome(Guid.CreateVersion7(), 1)));
        Refused(RoundRules.NothingToPublish, () => round.Publish(Outcome(round.Id, 0)));
        round.Publish(Outcome(round.Id, 1));
        Refused(RoundRules.IsPublished, () => round.Publish(Outcome(round.Id, 1)));
        Refused(RoundRules.IsPublished, () => round.Change(s_plan));
        Refused(RoundRules.IsPublished, round.Ask);
    }

    [Fact]
    public void Prefer_WhenSomebodyDoesNotFit_IsRefused()
    {
        var me = Member(Round(), Side.Trainee);
        var others = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        Refused(RoundRules.MostChoices, () => me.Prefer(others, others.ToHashSet()));
        Refused(RoundRules.MostChoices, () => me.Prefer([others[0], others[0]], others.ToHashSet()));
        Refused(RoundRules.ChoiceOfOtherSide, () => me.Prefer([Guid.CreateVersion7()], others.ToHashSet()));
        Refused(RoundRules.NotOneself, () => me.Prefer([me.PersonId], new HashSet<Guid> { me.PersonId }));
        me.Prefer([others[1], others[0]], others.ToHashSet());
        me.ReadChoices().ShouldBe([others[1], others[0]]);
    }

    [Fact]
    public void Become_OnTheOtherSide_ForgetsChoices()
    {
        var me = Member(Round(), Side.Trainee);
        var other = Guid.CreateVersion7();
        me.Prefer([other], new HashSet<Guid> { other });
        me.Become(Side.Mentor, 3);
        (me.Places, me.ReadChoices().Count).ShouldBe((3, 0));
    }

    [Fact]
    public void Costs_CountEachWishByItsWeightAndDistance()
    {
        var (urban, rural, district) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (m, t) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var mentor = new Participant(m, urban, UnitSetting.Urban, district, GradeBand.LowerPrimary, []);
        var trainee = new Participant(t, rural, UnitSetting.Village, Guid.CreateVersion7(), GradeBand.UpperPrimary, [Guid.CreateVersion7(), m]);
        var costs = new PairCosts(new Dictionary<Wish, int> { [Wish.GradeBand] = 3, [Wish.UrbanHelpsRural] = 2, [Wish.SameDistrict] = 4, [Wish.Together] = 1, [Wish.Preferences] = 5 }, new HashSet<Pair> { new(t, m) });
        costs.Of(mentor, trainee).ShouldBe((3 * 2) + 4 + 5);
        costs.Parts(mentor, trainee).ShouldBe([new(nameof(Wish.GradeBand), 6), new(nameof(Wish.SameDistrict), 4), new(nameof(Wish.Preferences), 5)]);
        costs.Of(trainee, mentor).ShouldBe((3 * 2) + 2 + 4 + 1 + 5);
    }

    [Fact]
    public void Best_ForACity_IsTheOptimumOfAllPairs()
    {
        // Mentors of the grades everybody looks for are so few that most trainees have to go further, two grades as far as need be.
        var mentors = Enumerable.Range(0, 1001).Select(i => (Teacher(i % 10 == 0 ? GradeBand.LowerPrimary : i % 3 == 0 ? GradeBand.MiddlePrimary : GradeBand.SeniorSecondary), 1)).ToList();
        var trainees = Enumerable.Range(0, 1000).Select(_ => Teacher(GradeBand.LowerPrimary)).ToList();
        var costs = new PairCosts(new Dictionary<Wish, int> { [Wish.GradeBand] = 1 }, new HashSet<Pair>());
        var finder = new PairFinder(costs, A.Programme(), mentors, trainees);
        var input = finder.Find(new HashSet<Pair> { new(trainees[1].PersonId, mentors[501].Item1.PersonId) }, TestContext.Current.CancellationToken);
        finder.TakesAll.ShouldBeFalse();
        input.Candidates.Count.ShouldBeLessThan(52 * 1000);
        input.Candidates.ShouldContain(c => c.Trainee == trainees[1].PersonId && c.Mentor == mentors[501].Item1.PersonId);
        var (problem, result) = ComputeMatching.Best(new(MatchingProblem.Read(input).Problem!, finder, new(new Dictionary<Guid, IReadOnlyList<Guid>>(), new Dictionary<Guid, IReadOnlyList<Guid>>()), costs, new Dictionary<Guid, Participant>()),
            new Progress<Matching.Optimum.MatchingProgress>(), TestContext.Current.CancellationToken);
        var near = mentors.Count(m => m.Item1.GradeBand == GradeBand.MiddlePrimary);
        var far = mentors.Count(m => m.Item1.GradeBand == GradeBand.SeniorSecondary) - 1;
        (result.Pairs.Count, result.TotalCost).ShouldBe((1000, near + (4L * far)));
        Matching.Optimum.Certificate.Check(problem, result).IsProven.ShouldBeTrue();
    }

    private static MatchingRound Round(RoundPlan? plan = null, Programme? programme = null) => new(programme ?? A.Programme(), plan ?? s_plan);

    private static Rule? Allowed(Guid mentorSchool, Guid traineeSchool) => null;

    private static Participant Teacher(GradeBand grades) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), UnitSetting.Urban, null, grades, []);

    private static PoolMember Member(MatchingRound round, Side side, Guid? personId = null)
    {
        var member = new PoolMember(round, personId ?? Guid.CreateVersion7(), side);
        member.Find(Guid.CreateVersion7(), null, null);
        return member;
    }

    private static MatchingOutcome Outcome(Guid roundId, int matched) =>
        new(Guid.CreateVersion7(), roundId, 1, MatchingMethod.Optimum, "何晓燕", A.At, new MatchingSummary(matched, 0, 0, null, null, 0, new([], 0, 0, null, null)));

    private static void Refused(Rule rule, Action act) => Should.Throw<RuleBroken>(act).Rule.ShouldBe(rule);
}
