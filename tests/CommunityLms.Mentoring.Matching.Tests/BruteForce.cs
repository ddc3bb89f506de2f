using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Tests;

/// <summary>Every matching that keeps the rules, written from their definition and nothing else.</summary>
internal static class BruteForce
{
    public static IEnumerable<IReadOnlyList<Candidate>> AllMatchings(MatchingInput input)
    {
        var forbidden = input.Forbidden.ToHashSet();
        var pinned = input.Pinned.ToDictionary(p => p.Trainee, p => p.Mentor);
        var choices = input.Trainees.ToDictionary(t => t, t => input.Candidates.Where(c => c.Trainee == t && !forbidden.Contains(new(t, c.Mentor)) && (!pinned.TryGetValue(t, out var only) || only == c.Mentor)).ToList());
        return Extend(0, [], input.Mentors.ToDictionary(m => m.Id, m => m.Capacity));

        IEnumerable<IReadOnlyList<Candidate>> Extend(int trainee, List<Candidate> pairs, Dictionary<Guid, int> places)
        {
            if (trainee == input.Trainees.Count)
            {
                yield return [.. pairs];
                yield break;
            }
            var id = input.Trainees[trainee];
            if (!pinned.ContainsKey(id))
                foreach (var rest in Extend(trainee + 1, pairs, places))
                    yield return rest;
            foreach (var choice in choices[id].Where(c => places[c.Mentor] > 0))
            {
                places[choice.Mentor]--;
                pairs.Add(choice);
                foreach (var rest in Extend(trainee + 1, pairs, places))
                    yield return rest;
                pairs.RemoveAt(pairs.Count - 1);
                places[choice.Mentor]++;
            }
        }
    }

    public static IEnumerable<Pair> Pairs(this IEnumerable<Candidate> matching) => matching.Select(c => new Pair(c.Trainee, c.Mentor));
}
