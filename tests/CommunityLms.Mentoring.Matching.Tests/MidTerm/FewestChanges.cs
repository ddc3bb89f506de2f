using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using static CommunityLms.Mentoring.Matching.Tests.Draw;

namespace CommunityLms.Mentoring.Matching.Tests.MidTerm;

public sealed class FewestChanges
{
    [Fact]
    public void EverybodyMatched_Always_ChangesFewestPairsOfAllThatMatchAsMany() => Check(300, chance =>
    {
        var (now, before) = Change(chance, minimums: chance.Next(2) == 0);

        var rematch = Rematching.Of(now.Problem(), before);

        Feasibility.FaultsOf(now.Problem(), rematch.Result).ShouldBeEmpty();
        Certificate.Check(rematch.Favouring, rematch.Favoured).IsProven.ShouldBeTrue();
        (rematch.Result.Unmatched.Count, now.Shortfall(rematch.Result.Pairs.Select(p => p.Pair)), -rematch.Kept.Count, rematch.Result.TotalCost)
            .ShouldBe(BruteForce.AllMatchings(now).Min(m => (now.Trainees.Count - m.Count, now.Shortfall(m.Pairs()), -m.Pairs().Intersect(before).Count(), m.Sum(c => c.Cost))));
    });

    [Fact]
    public void KeepPairs_Always_KeepsMostOfAllThenMatchesMost() => Check(300, chance =>
    {
        var (now, before) = Change(chance, minimums: chance.Next(2) == 0);

        var rematch = Rematching.Of(now.Problem(), before, RematchingPriority.KeepPairs);

        Certificate.Check(rematch.Favouring, rematch.Favoured).IsProven.ShouldBeTrue();
        (-rematch.Kept.Count, rematch.Result.Unmatched.Count, now.Shortfall(rematch.Result.Pairs.Select(p => p.Pair)), rematch.Result.TotalCost)
            .ShouldBe(BruteForce.AllMatchings(now).Min(m => (-m.Pairs().Intersect(before).Count(), now.Trainees.Count - m.Count, now.Shortfall(m.Pairs()), m.Sum(c => c.Cost))));
    });

    [Fact]
    public void Change_Always_LeadsBackToSomethingThatForcedIt() => Check(500, chance =>
    {
        var (now, before) = Change(chance, minimums: chance.Next(3) == 0);
        var rematch = Rematching.Of(now.Problem(), before, chance.Next(3) == 0 ? RematchingPriority.KeepPairs : RematchingPriority.EverybodyMatched);
        var changes = rematch.Changes.ToDictionary(c => c.Trainee);
        var allowed = now.Candidates.Select(c => new Pair(c.Trainee, c.Mentor)).Except(now.Forbidden).ToHashSet();

        before.Except(rematch.Kept).Select(p => p.Trainee).Union(rematch.Result.Pairs.Where(p => before.All(b => b.Trainee != p.Trainee)).Select(p => p.Trainee)).ShouldBe(changes.Keys, ignoreOrder: true);
        foreach (var change in rematch.Changes)
        {
            var couldStay = change.Before is { } mentor && allowed.Contains(new(change.Trainee, mentor)) && now.Pinned.All(p => p.Trainee != change.Trainee || p.Mentor == mentor);
            (change.Cause is ChangeCause.MadeRoom or ChangeCause.FewerPlaces or ChangeCause.FillsMinimum).ShouldBe(couldStay);
            if (change.Cause == ChangeCause.MadeRoom)
            {
                changes[change.MadeRoomFor!.Value].After.ShouldBe(change.Before);
                changes[change.Root!.Value].Cause.ShouldNotBe(ChangeCause.MadeRoom);
            }
            if (change.Cause == ChangeCause.FewerPlaces)
                before.Count(p => p.Mentor == change.Before && allowed.Contains(p)).ShouldBeGreaterThan(now.Mentors.Single(m => m.Id == change.Before).Capacity);
            if (change.Cause == ChangeCause.FillsMinimum)
                now.Mentors.ShouldContain(m => m.Minimum > 0);
        }
    });

    [Fact]
    public void Remedy_WhenSomebodyIsLeftOver_CostsWhatItsMovesCost() => Check(300, chance =>
    {
        var (now, before) = Change(chance, minimums: false);
        var rematch = Rematching.Of(now.Problem(), before, chance.Next(2) == 0 ? RematchingPriority.KeepPairs : RematchingPriority.EverybodyMatched);
        var costs = now.Candidates.ToDictionary(c => new Pair(c.Trainee, c.Mentor), c => c.Cost);
        var paid = rematch.Result.Pairs.ToDictionary(p => p.Trainee, p => p.Cost);

        var why = WhyUnmatched.Of(rematch);

        why.Select(w => w.Trainee).ShouldBe(rematch.Result.Unmatched);
        foreach (var remedy in why.SelectMany(w => w.Remedies).Where(r => r.ExtraCost is not null))
            remedy.ExtraCost.ShouldBe(remedy.Moves.Sum(m => costs[m] - paid.GetValueOrDefault(m.Trainee)));
    });

    [Fact]
    public void MentorLeft_WhenTheOnlyOtherPlaceIsTaken_MovesOneAndSaysForWhom()
    {
        var now = new MatchingInput([T(1), T(2), T(3)], [new(M(2), 1), new(M(3), 1), new(M(4), 1)],
            [new(T(1), M(2), 1), new(T(2), M(2), 1), new(T(2), M(3), 9), new(T(3), M(4), 5)]);

        var rematch = Rematching.Of(now.Problem(), [new(T(1), M(1)), new(T(2), M(2)), new(T(3), M(4)), new(T(9), M(3))]);

        rematch.Kept.ShouldBe([new(T(3), M(4))]);
        rematch.Changes.ShouldBe(
        [
            new(T(1), M(1), M(2), ChangeCause.MentorLeft),
            new(T(2), M(2), M(3), ChangeCause.MadeRoom, MadeRoomFor: T(1), Root: T(1)),
            new(T(9), M(3), null, ChangeCause.TraineeLeft),
        ]);
        rematch.Result.TotalCost.ShouldBe(15);
    }

    [Fact]
    public void MentorLeft_WhenPairsAreToBeKept_MovesNobodyElse()
    {
        var now = new MatchingInput([T(1), T(2)], [new(M(2), 1), new(M(3), 1)], [new(T(1), M(2), 1), new(T(2), M(2), 1), new(T(2), M(3), 1)]);

        var rematch = Rematching.Of(now.Problem(), [new(T(1), M(1)), new(T(2), M(2))], RematchingPriority.KeepPairs);

        rematch.Kept.ShouldBe([new(T(2), M(2))]);
        rematch.Changes.ShouldBe([new(T(1), M(1), null, ChangeCause.MentorLeft)]);
    }

    [Fact]
    public void Causes_WhenThePairItselfCannotStay_NameWhatEndedIt()
    {
        var now = new MatchingInput([T(1), T(2), T(3), T(5), T(6)], [new(M(1), 4), new(M(2), 3)],
            [new(T(3), M(2), 1), new(T(5), M(2), 1), new(T(6), M(2), 1), new(T(2), M(1), 1), new(T(3), M(1), 1)])
        {
            Exclusions = [new(T(1), M(2), "travel"), new(T(1), M(1), "subject")],
            Forbidden = [new(T(2), M(1))],
            Pinned = [new(T(3), M(2))],
        };

        var rematch = Rematching.Of(now.Problem(), [new(T(1), M(1)), new(T(2), M(1)), new(T(3), M(1)), new(T(5), M(2)), new(T(6), M(2))]);

        rematch.Changes.Select(c => (c.Trainee, c.Cause, c.Rule)).ShouldBe(
        [
            (T(1), ChangeCause.RuleExcludes, "subject"),
            (T(2), ChangeCause.Forbidden, null),
            (T(3), ChangeCause.PinnedElsewhere, null),
        ]);
        rematch.Result.Unmatched.Count.ShouldBe(2);
    }

    [Fact]
    public void OldPairs_WhenATraineeHasTwo_AreRefused() =>
        Should.Throw<ArgumentException>(() => Rematching.Of(new MatchingInput([T(1)], [], []).Problem(), [new(T(1), M(1)), new(T(1), M(2))])).Message.ShouldContain("has 2 pairs");

    /// <summary>A problem and pairs from before: some of its own, some of people who left, some the rules exclude now, some over capacity.</summary>
    private static (MatchingInput Now, IReadOnlyList<Pair> Before) Change(Random chance, bool minimums)
    {
        var now = Small(chance, minimums);
        var mentors = now.Mentors.Select(m => m.Id).Append(M(99)).ToArray();
        var allowed = now.Candidates.ToLookup(c => c.Trainee, c => c.Mentor);
        var before = now.Trainees.Append(T(99)).Where(_ => chance.Next(4) > 0)
            .Select(t => new Pair(t, allowed[t].Any() && chance.Next(4) > 0 ? allowed[t].ElementAt(chance.Next(allowed[t].Count())) : mentors[chance.Next(mentors.Length)]));
        return (now, [.. before]);
    }
}
