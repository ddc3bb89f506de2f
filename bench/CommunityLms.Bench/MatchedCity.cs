using CommunityLms.Bench.Bare;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench;

/// <summary>
/// Ten thousand trainees and 4,500 mentors of the imported city in one matching, as if all of them taught one subject: everybody gets a post in it for
/// the time of the measure. Drawn with a fixed seed.
/// </summary>
internal sealed class MatchedCity(Database database, Guid institute)
{
    private const int Trainees = 10_000, Mentors = 4_500, Ranked = 3;

    /// <summary>By it the posts are found again, to be taken away.</summary>
    private const string Title = "匹配测试";
    private readonly MentoringData _data = new(database, institute);
    private readonly DateOnly _from = TimeProvider.System.Today().AddYears(1);

    /// <param name="mostPlaces">Mentors take so many trainees at most, evenly from one on.</param>
    /// <returns>The matching, ready to be computed.</returns>
    public async Task<Guid> Prepare(int mostPlaces)
    {
        var (subject, rural, urban) = await Teach();
        var programme = new Programme(new NewProgrammeInput { Name = $"{Title} {mostPlaces}", From = _from, To = _from.AddYears(1), SubjectIds = [subject], WorkflowKey = "mentoring-contract", Forms = [PairingForms.OneDistrict] }.Plan());
        programme.Open();
        var weights = Enum.GetValues<Wish>().ToDictionary(w => w, w => w switch { Wish.SameDistrict => 4, Wish.GradeBand => 3, Wish.UrbanHelpsRural or Wish.Preferences => 2, _ => 0 });
        var round = new MatchingRound(programme, new(Title, subject, mostPlaces, [], [], weights));
        await _data.Save([programme]);
        await _data.Save([round]);
        var random = new Random(3);
        var (mentors, others) = (urban.Take(Mentors).ToArray(), rural.Concat(urban.Skip(Mentors)).ToArray());
        var among = mentors.ToHashSet();
        await _data.Save([.. mentors.Select(Mentor), .. others.Take(Trainees).Select(Trainee), .. others.Skip(Trainees).Select(LeftOut)]);
        await _data.CountTables();
        return round.Id;

        PoolMember Mentor(Guid person)
        {
            var member = new PoolMember(round, person, Side.Mentor);
            member.Take(random.Next(1, mostPlaces + 1));
            return member;
        }

        PoolMember Trainee(Guid person)
        {
            var member = new PoolMember(round, person, Side.Trainee);
            if (random.Next(4) == 0)
                member.Prefer([.. random.GetItems(mentors, Ranked).Distinct()], among);
            return member;
        }

        PoolMember LeftOut(Guid person)
        {
            var member = new PoolMember(round, person, Side.Trainee);
            member.LeaveOut(true);
            return member;
        }
    }

    /// <summary>What was computed for it; null before.</summary>
    public async Task<MatchingOutcome?> Outcome(Guid round)
    {
        await using var db = _data.Open();
        return await db.MatchingOutcomes.FirstOrDefaultAsync(o => o.RoundId == round);
    }

    public async Task TakeAway()
    {
        await using var city = City();
        await city.Employments.Where(e => e.Title == Title).ExecuteDeleteAsync();
    }

    /// <returns>The subject that most teach, and everybody who works in a school, now with a post in it.</returns>
    private async Task<(Guid Subject, IReadOnlyList<Guid> Rural, IReadOnlyList<Guid> Urban)> Teach()
    {
        await using var city = City();
        var units = await city.Units.Where(u => u.TenantId == institute).ToDictionaryAsync(u => u.Id);
        var posts = (await city.Employments.Where(e => e.TenantId == institute && e.SubjectId != null && e.To == null).OrderBy(e => e.Id).ToListAsync())
            .Where(e => PairedCity.School(units, e.UnitId) is not null).GroupBy(e => e.PersonId).ToList();
        var subject = posts.SelectMany(p => p).CountBy(e => e.SubjectId!.Value).MaxBy(s => s.Value).Key;
        city.AddRange(posts.Where(p => p.All(e => e.SubjectId != subject)).Select(p => p.First())
            .Select(e => new BareEmployment { Id = Guid.CreateVersion7(), TenantId = institute, PersonId = e.PersonId, UnitId = e.UnitId, SubjectId = subject, GradeBand = e.GradeBand, Load = e.Load, From = e.From, Title = Title }));
        await city.SaveChangesAsync();
        var bySetting = posts.ToLookup(p => PairedCity.School(units, p.First().UnitId)!.Setting == nameof(UnitSetting.Urban), p => p.Key);
        return (subject, [.. bySetting[false]], [.. bySetting[true]]);
    }

    private BareContext City() => new((DbContextOptions<BareContext>)database.Configure(new DbContextOptionsBuilder<BareContext>()).Options);
}
