using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using static CommunityLms.Mentoring.Matching.Tests.Draw;

namespace CommunityLms.Mentoring.Matching.Tests.Explaining;

public sealed class Explanations
{
    [Fact]
    public void OnePlaceMore_WhenSuggested_IsTheCheapestAndCostsWhatIsSaid() => Check(300, chance =>
    {
        var input = Small(chance);
        var (result, why) = Explain(input);
        foreach (var trainee in why)
        {
            var full = input.Mentors.Where(m => result.Pairs.Count(p => p.Mentor == m.Id) >= m.Capacity);
            var costs = full.Select(m => CostWith(input with { Mentors = [.. input.Mentors.Select(o => o.Id == m.Id ? o with { Capacity = o.Capacity + 1 } : o)] }, result, trainee.Trainee)).ToList();

            var remedy = trainee.Remedies.SingleOrDefault(r => r.Kind == RemedyKind.AddPlace);

            (remedy?.ExtraCost).ShouldBe(costs.Min() - result.TotalCost);
            if (remedy is not null)
                CostWith(input with { Mentors = [.. input.Mentors.Select(o => o.Id == remedy.Mentor ? o with { Capacity = o.Capacity + 1 } : o)] }, result, trainee.Trainee).ShouldBe(result.TotalCost + remedy.ExtraCost);
        }
    });

    [Fact]
    public void LiftedProhibition_WhenSuggested_IsTheCheapestAndCostsWhatIsSaid() => Check(300, chance =>
    {
        var input = Small(chance);
        var (result, why) = Explain(input);
        foreach (var trainee in why)
        {
            var costs = input.Forbidden.Where(f => f.Trainee == trainee.Trainee).Select(f => CostWith(input with { Forbidden = [.. input.Forbidden.Where(o => o != f)] }, result, trainee.Trainee));

            trainee.Remedies.SingleOrDefault(r => r.Kind == RemedyKind.LiftProhibition)?.ExtraCost.ShouldBe(costs.Min() - result.TotalCost);
            trainee.Remedies.Any(r => r.Kind == RemedyKind.LiftProhibition).ShouldBe(costs.Any(c => c is not null));
        }
    });

    [Fact]
    public void WaivedRule_WhenSuggestedWithAMentor_MatchesTheTrainee() => Check(200, chance =>
    {
        var small = Small(chance);
        var possible = small.Candidates.Select(c => (c.Trainee, c.Mentor)).ToHashSet();
        var input = small with { Exclusions = [.. from t in small.Trainees from m in small.Mentors where !possible.Contains((t, m.Id)) select new Exclusion(t, m.Id, "rule " + m.Id)] };
        var (result, why) = Explain(input);
        foreach (var trainee in why)
        {
            var waivable = input.Exclusions.Where(e => e.Trainee == trainee.Trainee && CostWith(Waived(input, trainee.Trainee, e.Mentor!.Value), result, trainee.Trainee) is not null).ToList();

            var remedy = trainee.Remedies.SingleOrDefault(r => r.Kind == RemedyKind.WaiveRule && r.Mentor is not null);

            (remedy is null).ShouldBe(waivable.Count == 0);
            remedy?.ShouldSatisfyAllConditions(() => waivable.ShouldContain(e => e.Mentor == remedy.Mentor && e.Rule == remedy.Rule));
        }

        static MatchingInput Waived(MatchingInput input, Guid trainee, Guid mentor) => input with { Candidates = [.. input.Candidates, new(trainee, mentor, 0)] };
    });

    [Fact]
    public void Price_WhenItKeepsSomebodyUnmatched_IsNotAboveWhatTheirPlaceCosts() => Check(300, chance =>
    {
        var price = chance.Next(30);
        var input = Small(chance) with { UnmatchedPrice = price };
        var (result, why) = Explain(input);
        foreach (var trainee in why)
        {
            var cost = CostWith(input, result, trainee.Trainee);

            (trainee.Reason == UnmatchedReason.DearerThanUnmatched).ShouldBe(cost is not null);
            trainee.Remedies.SingleOrDefault(r => r.Kind == RemedyKind.RaiseUnmatchedPrice)?.ExtraCost.ShouldBe(cost - result.TotalCost);
            (cost - result.TotalCost ?? price).ShouldBeGreaterThanOrEqualTo(price);
        }
    });

    [Fact]
    public void Remedy_Always_SaysWhoMovesWhere() => Check(200, chance =>
    {
        var input = Small(chance);
        var (result, why) = Explain(input);
        foreach (var (trainee, remedy) in why.SelectMany(t => t.Remedies.Where(r => r.Kind == RemedyKind.AddPlace).Select(r => (t, r))))
        {
            var changed = input with { Mentors = [.. input.Mentors.Select(o => o.Id == remedy.Mentor ? o with { Capacity = o.Capacity + 1 } : o)] };
            var moved = remedy.Moves.ToDictionary(m => m.Trainee, m => m.Mentor);
            var pairs = result.Pairs.Where(p => !moved.ContainsKey(p.Trainee)).Select(p => p.Pair).Concat(remedy.Moves).ToHashSet();

            remedy.Moves[0].Trainee.ShouldBe(trainee.Trainee);
            BruteForce.AllMatchings(changed).Where(m => m.Pairs().ToHashSet().SetEquals(pairs)).ShouldHaveSingleItem().Sum(c => c.Cost).ShouldBe(result.TotalCost + remedy.ExtraCost!.Value);
        }
    });

    [Fact]
    public void Reasons_WhenTheyDiffer_AreToldApart()
    {
        var input = new MatchingInput([T(1), T(2), T(3), T(4)], [new(M(1), 1), new(M(2), 1)],
            [new(T(1), M(1), 1), new(T(2), M(1), 5), new(T(3), M(2), 7)])
        {
            Forbidden = [new(T(3), M(2))],
            Exclusions = [new(T(4), null, "subject", 7), new(T(4), M(1), "same school"), new(T(4), M(2), "own mentor"), new(T(1), M(2), "subject"), new(T(3), M(1), "travel")],
        };

        var (_, why) = Explain(input);

        why.Select(w => (w.Trainee, w.Reason)).ShouldBe([(T(2), UnmatchedReason.AllFull), (T(3), UnmatchedReason.OnlyForbidden), (T(4), UnmatchedReason.NoCandidate)]);
        why[0].Remedies.Select(r => (r.Kind, r.Mentor, r.ExtraCost)).ShouldBe([(RemedyKind.AddPlace, M(1), 5L)]);
        why[1].Remedies.Select(r => (r.Kind, r.Mentor, r.ExtraCost)).ShouldBe([(RemedyKind.LiftProhibition, M(2), 7L)]);
        why[2].Rules.ShouldBe([new("subject", 7), new("own mentor", 1), new("same school", 1)]);
        why[2].Remedies.Select(r => (r.Kind, r.Mentor, r.Rule)).ShouldBe([(RemedyKind.WaiveRule, M(2), "own mentor")]);
    }

    [Fact]
    public void WaivedRule_WhenTwoRulesExcludeTheMentor_IsNotSuggestedAlone()
    {
        var input = new MatchingInput([T(1)], [new(M(1), 1), new(M(2), 1)], []) { Exclusions = [new(T(1), M(1), "subject"), new(T(1), M(1), "travel"), new(T(1), M(2), "travel")] };

        Explain(input).Why.Single().Remedies.Single().ShouldSatisfyAllConditions(r => r.Mentor.ShouldBe(M(2)), r => r.Rule.ShouldBe("travel"));
    }

    private static (MatchingResult Result, IReadOnlyList<UnmatchedTrainee> Why) Explain(MatchingInput input)
    {
        var problem = input.Problem();
        var result = OptimalMatching.Of(problem);
        var why = WhyUnmatched.Of(problem, result);
        why.Select(w => w.Trainee).ShouldBe(result.Unmatched);
        return (result, why);
    }

    /// <summary>The least cost at which the trainee and everybody matched until now are; null when they can't be.</summary>
    private static long? CostWith(MatchingInput changed, MatchingResult before, Guid trainee)
    {
        var people = before.Pairs.Select(p => p.Trainee).Append(trainee).ToHashSet();
        return BruteForce.AllMatchings(changed with { Trainees = [.. changed.Trainees.Where(people.Contains)] }).Where(m => m.Count == people.Count).Select(m => (long?)m.Sum(c => c.Cost)).Min();
    }
}
