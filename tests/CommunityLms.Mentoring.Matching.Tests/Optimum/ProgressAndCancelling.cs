using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Stability;

namespace CommunityLms.Mentoring.Matching.Tests.Optimum;

public sealed class ProgressAndCancelling
{
    private static readonly MatchingProblem s_problem = Draw.Of(new Random(1), 500, 100, 0.1, 100, 4).Problem();

    [Fact]
    public void Progress_WhenItRuns_GrowsToAll()
    {
        var told = new List<MatchingProgress>();

        OptimalMatching.Of(s_problem, new Told(told.Add));

        told.Select(p => p.Done).ShouldBe([0, 100, 200, 300, 400, 500]);
        told.ShouldAllBe(p => p.All == 500);
    }

    [Fact]
    public void Optimum_WhenCancelledMidway_StopsThere()
    {
        using var cancelling = new CancellationTokenSource();
        var told = new List<MatchingProgress>();

        Should.Throw<OperationCanceledException>(() => OptimalMatching.Of(s_problem, new Told(p =>
        {
            told.Add(p);
            if (p.Done == 200)
                cancelling.Cancel();
        }), cancelling.Token));

        told[^1].Done.ShouldBe(200);
    }

    [Fact]
    public void Others_WhenCancelled_Stop()
    {
        var cancelled = new CancellationToken(canceled: true);
        var best = OptimalMatching.Of(s_problem);

        best.Unmatched.ShouldNotBeEmpty();
        Should.Throw<OperationCanceledException>(() => Rematching.Of(s_problem, [], cancel: cancelled));
        Should.Throw<OperationCanceledException>(() => WhyUnmatched.Of(s_problem, best, cancelled));
        Should.Throw<OperationCanceledException>(() => DeferredAcceptance.Of(s_problem, Draw.Preferences(new Random(1), s_problem.Input), cancelled));
    }

    private sealed class Told(Action<MatchingProgress> tell) : IProgress<MatchingProgress>
    {
        public void Report(MatchingProgress value) => tell(value);
    }
}
