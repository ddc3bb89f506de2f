using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

/// <summary>Two administrators who pair the same people at the same moment.</summary>
public abstract class PairsTakeTurns<TDatabase>(MentoringHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_WhenAnotherPairsTheTraineeMeanwhile_IsRefused()
    {
        var (programme, subject, mentors, trainees) = await Free();
        // The first turn of a person is a new row, the second one a changed row: both have to clash.
        foreach (var trainee in (Guid[])[trainees[0], trainees[0]])
        {
            var refused = await Race(programme, subject, new(mentors[0], trainee), new(mentors[1], trainee));
            refused.Rule.ShouldBe(ContractRules.HasMentor);
            (await Current(trainee)).ShouldHaveSingleItem().MentorId.ShouldBe(mentors[1]);
            await host.Stored(db => db.Contracts.Where(c => c.TraineeId == trainee).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContractState.Ended), Cancel));
        }
    }

    [Fact]
    public async Task Draft_WhenAnotherTakesTheMentorsLastPlaceMeanwhile_IsRefused()
    {
        var (programme, subject, mentors, trainees) = await Free();
        (await Race(programme, subject, new(mentors[2], trainees[1], 1), new(mentors[2], trainees[2], 1))).Rule.ShouldBe(ContractRules.MentorIsFull);
        (await Current(trainees[1])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Draft_OfSeveralPairs_RefusesThoseThatDoNotFitEachOther()
    {
        var (programme, subject, mentors, trainees) = await Free();
        var refused = await host.As(await host.Administrator(), async services => (await services.GetRequiredService<Drafting>().Draft(programme, subject,
            [new(mentors[3], trainees[3], 1), new(mentors[3], trainees[4], 1), new(mentors[4], trainees[3]), new(trainees[5], trainees[5])], programme.From, over: [], Cancel)).Refused);
        refused.Select(r => r.Why.Rule).ShouldBe([ContractRules.MentorIsFull, ContractRules.HasMentor, ContractRules.NotOneself]);
        var early = await host.As(await host.Administrator(), async services => (await services.GetRequiredService<Drafting>().Draft(programme, subject, [new(mentors[3], trainees[3])], programme.From.AddYears(-90), over: [], Cancel)).Refused);
        early.ShouldHaveSingleItem().Why.Rule.ShouldBe(ContractRules.NotEmployed);
    }

    /// <summary>While the first administrator's pair is about to be saved, the second's is made.</summary>
    private async Task<RuleBroken> Race(Programme programme, Guid subject, PairToDraft first, PairToDraft second)
    {
        var (admin, isFirst) = (await host.Administrator(), true);
        return await Should.ThrowAsync<RuleBroken>(() => host.As(admin, services => Pair(services, first, async () =>
        {
            if (isFirst)
                await host.As(admin, other => Pair(other, second, () => Task.CompletedTask));
            isFirst = false;
        })));

        Task Pair(IServiceProvider services, PairToDraft pair, Func<Task> meanwhile)
        {
            var db = services.GetRequiredService<MentoringDbContext>();
            return db.SaveOnLatest(async () =>
            {
                var drafts = await services.GetRequiredService<Drafting>().Draft(programme, subject, [pair], programme.From, over: [], Cancel);
                if (drafts.Refused is [var refused])
                    throw refused.Why;
                db.AddRange(drafts.Contracts);
                await meanwhile();
            }, Cancel, makesRows: true);
        }
    }

    private Task<List<Contract>> Current(Guid trainee) => host.Stored(db => db.Contracts.Where(c => c.TraineeId == trainee && c.State != ContractState.Ended).ToListAsync(Cancel));

    /// <summary>The sample's programme, and teachers of its subject without any contract.</summary>
    private Task<(Programme Programme, Guid Subject, IReadOnlyList<Guid> Mentors, IReadOnlyList<Guid> Trainees)> Free() => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var programme = await db.City().AsNoTracking().Include(p => p.Subjects).Include(p => p.Stages).SingleAsync(Cancel);
        var subject = programme.Subjects[0].SubjectId;
        var paired = await db.Contracts.Select(c => c.MentorId).Union(db.Contracts.Select(c => c.TraineeId)).ToListAsync(Cancel);
        var tree = await services.GetRequiredService<IOrganisation>().Tree(Cancel);
        var posts = await services.GetRequiredService<ITeaching>().PostsIn([subject], programme.From, programme.To, Cancel);
        var free = posts.Where(p => p.Covers(programme.From, programme.To) && !paired.Contains(p.PersonId)).DistinctBy(p => p.PersonId)
            .Where(p => tree.Above(p.UnitId, UnitKind.School) is not null).ToLookup(p => tree.Above(p.UnitId, UnitKind.School)!.Setting == UnitSetting.Urban, p => p.PersonId);
        return (programme, subject, (IReadOnlyList<Guid>)[.. free[true].Take(8)], (IReadOnlyList<Guid>)[.. free[false].Take(8)]);
    });
}

[Collection(OnSqlite.Name)]
public sealed class PairsTakeTurnsOnSqlite(MentoringHost<SqliteDatabase> host) : PairsTakeTurns<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class PairsTakeTurnsOnPostgreSql(MentoringHost<PostgreSqlDatabase> host) : PairsTakeTurns<PostgreSqlDatabase>(host);
