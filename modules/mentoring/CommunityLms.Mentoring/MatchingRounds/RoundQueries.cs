using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

internal sealed record RoundRow(Guid Id, string Name, LocalName Subject, RoundState State, int Results);

/// <summary>A settled pair by name.</summary>
internal sealed record RulingRow(Guid MentorId, Guid TraineeId, string Mentor, string Trainee, RulingKind Kind);

/// <summary>A round with what is counted of it.</summary>
/// <param name="Mentors">Who take part.</param>
/// <param name="Places">Of these mentors together.</param>
/// <param name="Answered">How many of both sides said whom they would like.</param>
/// <param name="Outcomes">The newest first.</param>
internal sealed record RoundView(MatchingRound Round, LocalName Subject, int Mentors, int Trainees, int Places, int Hindered, int LeftOut, int Answered, IReadOnlyList<MatchingOutcome> Outcomes, IReadOnlyList<RulingRow> Rulings);

/// <summary>Somebody of the pool in a list.</summary>
internal sealed record PoolRow(Guid Id, PersonName Name, LocalName? School, PoolMember Member);

internal enum PoolPart { Mentors, Trainees, Hindered, LeftOut }

/// <summary>Reads rounds and their pools for those who prepare them.</summary>
internal sealed class RoundQueries(MentoringDbContext db, IAccess access, ITeaching teaching, IOrganisation organisation, IPeople people) : IScopedDependency
{
    public async Task<IReadOnlyList<RoundRow>> Of(Guid programmeId, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        var subjects = await teaching.Subjects(cancel);
        var rounds = await db.MatchingRounds.Where(r => r.ProgrammeId == programmeId).OrderByDescending(r => r.Id)
            .Select(r => new { r.Id, r.Name, r.SubjectId, r.State, Results = db.MatchingOutcomes.Count(o => o.RoundId == r.Id) }).ToListAsync(cancel);
        return [.. rounds.Select(r => new RoundRow(r.Id, r.Name, subjects[r.SubjectId].Name, r.State, r.Results))];
    }

    /// <exception cref="RecordMissing">The institute has no such round.</exception>
    public async Task<MatchingRound> Find(Guid id, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        return await db.LoadRound(id, cancel);
    }

    /// <exception cref="RecordMissing">The institute has no such round.</exception>
    public async Task<RoundView> View(Guid id, CancellationToken cancel)
    {
        var round = await Find(id, cancel);
        var counts = await db.PoolMembers.Where(m => m.RoundId == id).GroupBy(m => new { m.Side, IsHindered = m.Hurdle != null, m.IsLeftOut, HasChosen = m.Choices != "[]" })
            .Select(g => new { g.Key.Side, g.Key.IsHindered, g.Key.IsLeftOut, g.Key.HasChosen, Count = g.Count(), Places = g.Sum(m => m.Places) }).ToListAsync(cancel);
        var taking = counts.Where(c => c is { IsHindered: false, IsLeftOut: false }).ToList();
        var outcomes = await db.MatchingOutcomes.AsNoTracking().Where(o => o.RoundId == id).OrderByDescending(o => o.Number).ToListAsync(cancel);
        var names = await people.Find([.. round.Rulings.SelectMany(r => new[] { r.MentorId, r.TraineeId }).Distinct()], cancel);
        return new(round, (await teaching.Subjects(cancel))[round.SubjectId].Name, Count(Side.Mentor), Count(Side.Trainee), taking.Where(c => c.Side == Side.Mentor).Sum(c => c.Places),
            counts.Where(c => c.IsHindered).Sum(c => c.Count), counts.Where(c => c is { IsHindered: false, IsLeftOut: true }).Sum(c => c.Count), taking.Where(c => c.HasChosen).Sum(c => c.Count), outcomes,
            [.. round.Rulings.Select(r => new RulingRow(r.MentorId, r.TraineeId, names[r.MentorId].Name.ToString(), names[r.TraineeId].Name.ToString(), r.Kind))]);

        int Count(Side side) => taking.Where(c => c.Side == side).Sum(c => c.Count);
    }

    public async Task<Page<PoolRow>> Pool(Guid roundId, PoolPart part, PageRequest page, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        var members = db.PoolMembers.AsNoTracking().Where(m => m.RoundId == roundId);
        members = part switch
        {
            PoolPart.Hindered => members.Where(m => m.Hurdle != null),
            PoolPart.LeftOut => members.Where(m => m.Hurdle == null && m.IsLeftOut),
            PoolPart.Mentors => members.Where(m => m.Side == Side.Mentor && m.Hurdle == null && !m.IsLeftOut),
            _ => members.Where(m => m.Side == Side.Trainee && m.Hurdle == null && !m.IsLeftOut),
        };
        var found = await members.ToPage(m => m.Id, m => m.Id, page, cancel);
        var (names, tree) = (await people.Find([.. found.Items.Select(m => m.PersonId)], cancel), await organisation.Tree(cancel));
        return new([.. found.Items.Select(m => new PoolRow(m.Id, names[m.PersonId].Name, m.SchoolId is { } school ? tree.Find(school)?.Name : null, m))], found.Next);
    }

    /// <summary>Those of some people who take part on a side.</summary>
    public async Task<IReadOnlySet<Guid>> TakingPart(Guid roundId, Side side, IReadOnlyCollection<Guid> personIds, CancellationToken cancel) =>
        await db.PoolMembers.Where(m => m.RoundId == roundId && m.Side == side && m.Hurdle == null && !m.IsLeftOut && personIds.Contains(m.PersonId)).Select(m => m.PersonId).ToHashSetAsync(cancel);

    private Task EnsureMay(CancellationToken cancel) => access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
}
