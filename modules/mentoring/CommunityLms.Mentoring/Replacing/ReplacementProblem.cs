using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>A subject of a programme at mid-term, ready to be matched anew.</summary>
/// <param name="Before">Pairs to be kept where possible: those under way, and who comes in the place of a trainee with that one's mentor.</param>
/// <param name="Instead">For each trainee whose pair may change or begin, the contract in whose place the new one would come.</param>
/// <param name="Places">How many trainees each mentor takes in the subject, those of other programmes included.</param>
internal sealed record ReplacementProblem(MatchingProblem Problem, IReadOnlyList<Pair> Before, IReadOnlyDictionary<Guid, Guid> Instead, IReadOnlyDictionary<Guid, int> Places);

/// <summary>Reads who there is at mid-term: pairs under way, vacancies, who comes in, and mentors with places.</summary>
internal sealed class ReplacementProblems(MentoringDbContext db, IAccess access, ITeaching teaching, IOrganisation organisation, IPeople people, Admissions admissions, TimeProvider clock) : IScopedDependency
{
    /// <summary>What fits, where no matching was published that says what is wished.</summary>
    private static readonly Dictionary<Wish, int> s_usual = new() { [Wish.GradeBand] = 3, [Wish.UrbanHelpsRural] = 2 };

    /// <param name="vacancies">Of the subject.</param>
    /// <param name="comers">For vacancies that wait for a trainee, who comes.</param>
    /// <exception cref="RuleBroken">Somebody who is to come isn't eligible.</exception>
    public async Task<ReplacementProblem> Read(Programme programme, Guid subjectId, IReadOnlyList<Vacancy> vacancies, IReadOnlyDictionary<Guid, Guid> comers, CancellationToken cancel)
    {
        var today = clock.Today();
        var posts = (await teaching.PostsIn([subjectId], today, programme.To, cancel)).ToLookup(p => p.PersonId);
        var (tree, scope) = (await organisation.Tree(cancel), await access.ScopeOf(MentoringPermissions.Contracts.Manage, cancel));
        var current = await db.Contracts.Current(subjectId, today, programme.To)
            .Select(c => new { c.Id, c.ProgrammeId, c.MentorId, c.MentorSchoolId, c.TraineeId, c.TraineeSchoolId, c.Training }).ToListAsync(cancel);
        var (under, load) = (current.Where(c => c.ProgrammeId == programme.Id).ToList(), current.CountBy(c => c.MentorId).ToDictionary());
        var elsewhere = current.Where(c => c.ProgrammeId != programme.Id).CountBy(c => c.MentorId).ToDictionary();
        var admission = await admissions.Of(programme, subjectId, [.. posts.Select(p => p.Key)], cancel);
        var filled = vacancies.Where(v => v.NeedsMentor || comers.ContainsKey(v.ContractId)).ToList();
        await EnsureEligible(filled.Where(v => !v.NeedsMentor).Select(v => comers[v.ContractId]).ToList(), current.DistinctBy(c => c.TraineeId).ToDictionary(c => c.TraineeId, c => c.MentorId), p => IsTaken(Side.Trainee, p), cancel);

        var round = await db.MatchingRounds.Include(r => r.Wishes).Where(r => r.ProgrammeId == programme.Id && r.SubjectId == subjectId && r.State == RoundState.Published).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        var pool = round is null ? [] : await db.PoolMembers.AsNoTracking().Where(m => m.RoundId == round.Id && m.Side == Side.Mentor && !m.IsLeftOut).ToDictionaryAsync(m => m.PersonId, m => m.Places, cancel);
        var trainees = under.Select(c => c.TraineeId).Concat(filled.Select(v => v.NeedsMentor ? v.TraineeId : comers[v.ContractId])).ToList();
        var stopped = vacancies.Where(v => v.NeedsMentor).Select(v => v.MentorId).ToHashSet();
        var freed = vacancies.Where(v => !v.NeedsMentor).CountBy(v => v.MentorId).ToDictionary();
        var others = round is null ? posts.Select(p => p.Key).Where(p => programme.Allows(PairingForms.OneSchool) || IsUrban(p)) : pool.Keys.Where(m => Teaches(m) is not null);
        var mentors = under.Select(c => c.MentorId).Union(freed.Keys.Concat(others).Except(trainees)).ToList();
        var places = mentors.ToDictionary(m => m, m => stopped.Contains(m) ? load.GetValueOrDefault(m)
            : Math.Max(load.GetValueOrDefault(m), Math.Clamp(pool.TryGetValue(m, out var given) ? given : load.GetValueOrDefault(m) + freed.GetValueOrDefault(m), 1, Contract.MostTrainees)));

        var schools = under.SelectMany(c => new[] { (c.MentorId, c.MentorSchoolId), (c.TraineeId, c.TraineeSchoolId) }).DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2);
        var input = new PairFinder(new(round?.Wishes.ToDictionary(w => w.Wish, w => w.Weight) ?? s_usual, new HashSet<Pair>()), programme,
            [.. mentors.Select(m => (Take(m), places[m] - elsewhere.GetValueOrDefault(m)))], [.. trainees.Select(Take)]).Find(under.Select(c => new Pair(c.TraineeId, c.MentorId)).ToHashSet(), cancel);
        var before = under.Select(c => new Pair(c.TraineeId, c.MentorId)).ToHashSet();
        var reading = MatchingProblem.Read(input with
        {
            // Who doesn't teach the subject to the end may go on in the pair there is, and gets no new one.
            Candidates = [.. input.Candidates.Where(c => before.Contains(new(c.Trainee, c.Mentor)) || (IsTaken(Side.Mentor, c.Mentor) && IsTaken(Side.Trainee, c.Trainee))), .. Missing(input, before)],
            // What rests, and what isn't the reader's to change, stays.
            Pinned = [.. under.Where(c => c.Training == TrainingStatus.Deferred || !scope.Includes(c.TraineeSchoolId)).Select(c => new Pair(c.TraineeId, c.MentorId))],
        });
        return new(reading.Problem ?? throw new RuleBroken(ReplacingRules.CannotPropose),
            [.. before, .. filled.Where(v => !v.NeedsMentor).Select(v => new Pair(comers[v.ContractId], v.MentorId))],
            under.Select(c => (c.TraineeId, c.Id)).Concat(filled.Select(v => (v.NeedsMentor ? v.TraineeId : comers[v.ContractId], v.ContractId))).ToDictionary(i => i.Item1, i => i.Item2), places);

        Party? Teaches(Guid person) => Eligibility.Party(person, subjectId, today, programme.To, posts[person], tree);

        bool IsTaken(Side side, Guid person) => Teaches(person) is { } party && admission.Refuses(side, person, tree.Find(party.SchoolId)?.Setting) is null;

        bool IsUrban(Guid person) => Teaches(person) is { } party && tree.Find(party.SchoolId)?.Setting == UnitSetting.Urban;

        Participant Take(Guid person) => Participant.Of(person, schools.TryGetValue(person, out var school) ? school : Teaches(person)?.SchoolId ?? Guid.Empty, posts[person].FirstOrDefault()?.GradeBand, [], tree);
    }

    /// <summary>Pairs under way that the rules of today would exclude go on.</summary>
    private static IEnumerable<Candidate> Missing(MatchingInput input, HashSet<Pair> before) =>
        before.Except(input.Candidates.Select(c => new Pair(c.Trainee, c.Mentor))).Where(p => input.Mentors.Any(m => m.Id == p.Mentor)).Select(p => new Candidate(p.Trainee, p.Mentor, 0));

    private async Task EnsureEligible(List<Guid> comers, Dictionary<Guid, Guid> mentorOf, Func<Guid, bool> isTaken, CancellationToken cancel)
    {
        var names = await people.Find([.. comers.Concat(mentorOf.Values).Distinct()], cancel);
        foreach (var comer in comers)
        {
            if (!names.TryGetValue(comer, out var person) || person.HasLeft || !isTaken(comer))
                throw new RuleBroken(ReplacingRules.NotEligible, person?.Name.ToString() ?? "");
            if (mentorOf.TryGetValue(comer, out var mentor))
                throw new RuleBroken(ContractRules.HasMentor, names[mentor].Name.ToString());
        }
        if (comers.Distinct().Count() != comers.Count)
            throw new RuleBroken(ReplacingRules.SameTwice);
    }
}

internal static class ReplacingRules
{
    public static readonly Rule NotEligible = new("{0} can’t take the place: whoever does teaches this subject in a school until the end of the programme, and is one of those it is for. Choose somebody else.");
    public static readonly Rule SameTwice = new("The same person can’t take two places. Choose somebody else for one of them.");
    public static readonly Rule CannotPropose = new("The pairs under way don’t fit their rules, so that nothing can be proposed. End the pair that doesn’t hold, then try again.");
    public static readonly Rule Changed = new("Pairs have changed since you looked. Have replacements proposed again, then look through them.");
    public static readonly Rule NothingToDo = new("There is nothing to accept: for nobody a replacement was found.");
}
