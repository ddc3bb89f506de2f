using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>What administrators do to a round before it is published. A round reaches the whole institute, and so does who prepares it.</summary>
internal sealed class PreparingRound(MentoringDbContext db, IAccess access, ProgrammeQueries programmes, FillPool pool, IOrganisation organisation, IJobs jobs, IPeople people, RoundWords words) : IScopedDependency
{
    /// <returns>The round, its pool found.</returns>
    /// <exception cref="RecordMissing">There is no such programme.</exception>
    /// <exception cref="RuleBroken">The programme isn't open, or something entered doesn't fit.</exception>
    public async Task<Guid> SetUp(RoundInput input, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        var programme = await programmes.Find(input.ProgrammeId, cancel);
        var round = new MatchingRound(programme, input.Plan());
        db.Add(round);
        await pool.Fill(round, programme, cancel);
        await db.SaveChangesAsync(cancel);
        return round.Id;
    }

    /// <summary>Wishes and where people come from; the pool is found anew.</summary>
    public Task Change(Guid roundId, RoundInput input, CancellationToken cancel) => OnRound(roundId, async round =>
    {
        round.Change(input.Plan());
        await pool.Fill(round, await programmes.Find(round.ProgrammeId, cancel), cancel);
    }, cancel);

    /// <summary>Looks at posts and contracts again.</summary>
    public Task LookAgain(Guid roundId, CancellationToken cancel) => OnRound(roundId, async round =>
    {
        round.EnsureNotPublished();
        await pool.Fill(round, await programmes.Find(round.ProgrammeId, cancel), cancel);
    }, cancel);

    public Task Ask(Guid roundId, CancellationToken cancel) => OnRound(roundId, round =>
    {
        round.Ask();
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Settles pairs: they must hold, or must not.</summary>
    public Task Settle(Guid roundId, IReadOnlyList<Pair> pairs, RulingKind kind, CancellationToken cancel) => OnRound(roundId, async round =>
    {
        Guid[] ids = [.. pairs.SelectMany(p => new[] { p.Mentor, p.Trainee }).Distinct()];
        var members = await db.PoolMembers.Where(m => m.RoundId == roundId && ids.Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, cancel);
        var (programme, tree) = (await programmes.Find(round.ProgrammeId, cancel), await organisation.Tree(cancel));
        foreach (var pair in pairs)
        {
            var (mentor, trainee) = (members.GetValueOrDefault(pair.Mentor), members.GetValueOrDefault(pair.Trainee));
            if (mentor is null || trainee is null)
                throw new RuleBroken(RoundRules.BothTakePart);
            if (kind == RulingKind.Pinned)
                round.Pin(mentor, trainee, (his, hers) => programme.Excludes(Of(his), Of(hers)));
            else
                round.Forbid(mentor, trainee);
        }

        Workplace Of(Guid school) => new(school, PairingLevels.DistrictOf(school, tree)?.Id);
    }, cancel);

    public Task Lift(Guid roundId, Guid mentorId, Guid traineeId, CancellationToken cancel) => OnRound(roundId, round =>
    {
        round.Lift(mentorId, traineeId);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>The same for several people of the pool: left out, taken in, on the other side, with so many places.</summary>
    public Task ChangeMembers(Guid roundId, IReadOnlyCollection<Guid> memberIds, Action<MatchingRound, PoolMember> change, CancellationToken cancel) => OnRound(roundId, async round =>
    {
        round.EnsureNotPublished();
        foreach (var member in await db.PoolMembers.Where(m => m.RoundId == roundId && memberIds.Contains(m.Id)).ToListAsync(cancel))
            change(round, member);
        // Whether somebody has a mentor or is full depends on the side they take part on.
        await pool.Fill(round, await programmes.Find(round.ProgrammeId, cancel), cancel);
    }, cancel);

    /// <summary>Takes somebody in who was left out.</summary>
    /// <exception cref="RuleBroken">They can't take part; the message says why.</exception>
    public async Task TakeIn(Guid roundId, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        if (await db.PoolMembers.FirstOrDefaultAsync(m => m.RoundId == roundId && memberIds.Contains(m.Id) && m.Hurdle != null, cancel) is { } hindered)
            throw new RuleBroken(RoundRules.NotEligible, (await people.Find([hindered.PersonId], cancel))[hindered.PersonId].Name.ToString(), words.Of(hindered.Hurdle!.Value));
        await ChangeMembers(roundId, memberIds, (_, member) => member.LeaveOut(false), cancel);
    }

    /// <summary>Has it computed in the background.</summary>
    public async Task Compute(Guid roundId, MatchingMethod method, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        (await db.LoadRound(roundId, cancel)).EnsureNotPublished();
        await db.KeepJob(roundId, await jobs.Enqueue<ComputeMatching, ComputeArgs>("Compute a matching", new(roundId, method), cancel), cancel);
    }

    public async Task Stop(Guid roundId, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        if ((await db.LoadRound(roundId, cancel)).JobId is { } job)
            await jobs.Cancel(job, cancel);
    }

    private async Task OnRound(Guid roundId, Func<MatchingRound, Task> act, CancellationToken cancel)
    {
        await EnsureMay(cancel);
        await db.SaveOnLatest(async () => await act(await db.LoadRound(roundId, cancel)), cancel);
    }

    private Task EnsureMay(CancellationToken cancel) => access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
}

/// <summary>What the form asks for.</summary>
internal sealed record RoundInput
{
    public Guid ProgrammeId { get; set; }

    [Required, StringLength(MatchingRound.NameLength), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Required, Display(Name = "Subject")]
    public Guid? SubjectId { get; set; }

    [Display(Name = "Mentors come from")]
    public List<Guid> MentorUnits { get; set; } = [];

    [Display(Name = "Trainees come from")]
    public List<Guid> TraineeUnits { get; set; } = [];

    [Range(1, MatchingRound.MostPlaces), Display(Name = "Trainees a mentor takes")]
    public int Places { get; set; } = 1;

    /// <summary>In the order of the wishes.</summary>
    public List<int> Weights { get; set; } = [.. Enum.GetValues<Wish>().Select(w => w is Wish.GradeBand ? 3 : w is Wish.UrbanHelpsRural or Wish.Preferences ? 2 : 0)];

    public static RoundInput Of(MatchingRound round) => new()
    {
        ProgrammeId = round.ProgrammeId,
        Name = round.Name,
        SubjectId = round.SubjectId,
        MentorUnits = [.. round.Units.Where(u => u.Side == Side.Mentor).Select(u => u.UnitId)],
        TraineeUnits = [.. round.Units.Where(u => u.Side == Side.Trainee).Select(u => u.UnitId)],
        Places = round.Places,
        Weights = [.. Enum.GetValues<Wish>().Select(round.WeightOf)],
    };

    public RoundPlan Plan() => new(Name, SubjectId ?? Guid.Empty, Places, MentorUnits, TraineeUnits, Enum.GetValues<Wish>().Zip(Weights).ToDictionary(w => w.First, w => w.Second));
}
