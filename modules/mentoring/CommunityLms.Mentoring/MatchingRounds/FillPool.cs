using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>
/// Finds everybody who teaches the round's subject where it looks, and says of each whether they can take part. What was entered about somebody
/// (places, left out, preferences) stays as long as they are found.
/// </summary>
internal sealed class FillPool(MentoringDbContext db, ITeaching teaching, IOrganisation organisation, Admissions admissions) : IScopedDependency
{
    /// <summary>Changes the pool as posts and contracts say now; the caller saves.</summary>
    /// <returns>Everybody in it.</returns>
    public async Task<IReadOnlyList<PoolMember>> Fill(MatchingRound round, Programme programme, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var posts = (await teaching.PostsIn([round.SubjectId], programme.From, programme.To, cancel)).GroupBy(p => p.PersonId).ToList();
        var admission = await admissions.Of(programme, round.SubjectId, [.. posts.Select(p => p.Key)], cancel);
        var pairs = await db.Contracts.Current(round.SubjectId, programme.From, programme.To).Select(c => new { c.MentorId, c.TraineeId }).ToListAsync(cancel);
        var (load, mentored) = (pairs.CountBy(p => p.MentorId).ToDictionary(), pairs.Select(p => p.TraineeId).ToHashSet());
        var known = await db.PoolMembers.Where(m => m.RoundId == round.Id).ToDictionaryAsync(m => m.PersonId, cancel);
        var pool = new List<PoolMember>();
        foreach (var person in posts)
        {
            var places = person.Select(p => (Post: p, School: tree.Above(p.UnitId, UnitKind.School))).OrderByDescending(p => p.Post.Covers(programme.From, programme.To)).ThenBy(p => p.School is null).ToList();
            if (SideOf(round, tree, places.Select(p => p.Post.UnitId)) is not { } side)
                continue;
            var (post, school) = places[0];
            if (!known.Remove(person.Key, out var member))
                db.Add(member = new(round, person.Key, side));
            Hurdle? hurdle = !post.Covers(programme.From, programme.To) ? Hurdle.NotForWholeTime
                : school is null ? Hurdle.NotInASchool
                : admission.Refuses(member.Side, person.Key, school.Setting) is { } refused ? refused == ContractRules.NotBackbone ? Hurdle.NotBackbone : Hurdle.NotRural
                : member.Side == Side.Trainee && mentored.Contains(person.Key) ? Hurdle.HasMentor
                : member.Side == Side.Mentor && load.GetValueOrDefault(person.Key) >= member.Places ? Hurdle.IsFull
                : null;
            member.Find(school?.Id, post.GradeBand, hurdle);
            pool.Add(member);
        }
        db.RemoveRange(known.Values);
        return pool;
    }

    /// <summary>Where both sides come from one place, people come in as trainees; who is to be a mentor is said in the pool.</summary>
    private static Side? SideOf(MatchingRound round, OrganisationTree tree, IEnumerable<Guid> workplaces)
    {
        var path = workplaces.SelectMany(w => tree.PathOf(w)).ToList();
        return IsFrom(Side.Trainee) ? Side.Trainee : IsFrom(Side.Mentor) ? Side.Mentor : null;

        bool IsFrom(Side side)
        {
            var units = round.Units.Where(u => u.Side == side).Select(u => u.UnitId).ToHashSet();
            var isUrban = path.Find(u => u.Kind == UnitKind.School)?.Setting is null or UnitSetting.Urban;
            return units.Count > 0 ? path.Exists(u => units.Contains(u.Id)) : isUrban == (side == Side.Mentor);
        }
    }
}

/// <summary>Units that rounds look in stay.</summary>
internal sealed class RoundUnitReferences(MentoringDbContext db) : IUnitReferences
{
    public async Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        await db.RoundUnits.Where(u => units.Contains(u.UnitId)).Select(u => u.UnitId).Distinct().ToListAsync(cancel);
}
