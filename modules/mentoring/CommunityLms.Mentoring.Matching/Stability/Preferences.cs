using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Stability;

/// <summary>Whom each person would like best. Candidates they didn't list come after those they did, by cost, then by id: nobody has to rank fifty people.</summary>
/// <param name="OfTrainees">For each trainee mentors, the most liked first; people without a list may be missing.</param>
/// <param name="OfMentors">For each mentor trainees.</param>
/// <param name="ListedOnly">Candidates a person with a list didn't put on it are unacceptable to them; a list that is empty accepts nobody, no list everybody.</param>
public sealed record Preferences(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> OfTrainees, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> OfMentors, bool ListedOnly = false);

/// <summary>Both sides' order of the pairs that are allowed and acceptable to both; pinned trainees are out of it.</summary>
internal sealed class Rankings
{
    /// <summary>The edges of each trainee, the most liked first.</summary>
    private readonly int[][] _choices;

    /// <summary>How each edge stands with its trainee and with its mentor: 0 is the most liked, edges that aren't acceptable come last.</summary>
    private readonly int[] _rankByTrainee;
    private readonly int[] _rankByMentor;

    public Rankings(MatchingProblem problem, Preferences preferences)
    {
        var trainees = preferences.OfTrainees.Where(l => problem.TraineeNumbers.ContainsKey(l.Key)).ToDictionary(l => problem.TraineeNumbers[l.Key], l => Places(l.Value, problem.MentorNumbers));
        var mentors = preferences.OfMentors.Where(l => problem.MentorNumbers.ContainsKey(l.Key)).ToDictionary(l => problem.MentorNumbers[l.Key], l => Places(l.Value, problem.TraineeNumbers));
        var edges = (from t in Enumerable.Range(0, problem.Trainees.Count)
                     where problem.Pinned[t] < 0
                     from e in Enumerable.Range(problem.First[t], problem.First[t + 1] - problem.First[t])
                     let m = problem.Edges[e].Mentor
                     let liked = Place(trainees, t, m)
                     let likedBack = Place(mentors, m, t)
                     where !preferences.ListedOnly || ((liked < int.MaxValue || !trainees.ContainsKey(t)) && (likedBack < int.MaxValue || !mentors.ContainsKey(m)))
                     select (Edge: e, Trainee: t, Mentor: m, problem.Edges[e].Cost, Liked: liked, LikedBack: likedBack)).ToList();
        _rankByTrainee = new int[problem.Edges.Length];
        _rankByMentor = new int[problem.Edges.Length];
        Array.Fill(_rankByTrainee, int.MaxValue);
        Array.Fill(_rankByMentor, int.MaxValue);
        foreach (var of in edges.GroupBy(e => e.Mentor))
            foreach (var (rank, edge) in of.OrderBy(e => e.LikedBack).ThenBy(e => e.Cost).ThenBy(e => e.Trainee).Index())
                _rankByMentor[edge.Edge] = rank;
        _choices = new int[problem.Trainees.Count][];
        Array.Fill(_choices, []);
        foreach (var of in edges.GroupBy(e => e.Trainee))
        {
            _choices[of.Key] = [.. of.OrderBy(e => e.Liked).ThenBy(e => e.Cost).ThenBy(e => e.Mentor).Select(e => e.Edge)];
            foreach (var (rank, edge) in _choices[of.Key].Index())
                _rankByTrainee[edge] = rank;
        }
    }

    public IReadOnlyList<int> ChoicesOf(int trainee) => _choices[trainee];

    public int ByTrainee(int edge) => _rankByTrainee[edge];

    public int ByMentor(int edge) => _rankByMentor[edge];

    private static Dictionary<int, int> Places(IReadOnlyList<Guid> list, IReadOnlyDictionary<Guid, int> numbers) =>
        list.Where(numbers.ContainsKey).Distinct().Index().ToDictionary(l => numbers[l.Item], l => l.Index);

    private static int Place(Dictionary<int, Dictionary<int, int>> lists, int of, int whom) =>
        lists.TryGetValue(of, out var list) && list.TryGetValue(whom, out var place) ? place : int.MaxValue;
}
