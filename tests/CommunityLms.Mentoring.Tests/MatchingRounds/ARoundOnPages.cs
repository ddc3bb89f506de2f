using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

[CollectionDefinition(Name)]
public sealed class OnMatching : ICollectionFixture<MentoringHost<SqliteDatabase>>
{
    public const string Name = "Matching on pages";
}

/// <summary>A round from its set-up to its contracts, page by page and without a script.</summary>
[Collection(OnMatching.Name)]
public sealed class ARoundOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_FromSetUpToPublishing_PairsEverybodyItCan()
    {
        var admin = await host.SignedIn("admin");
        var id = await SetUp(admin, "秋季匹配");
        var page = $"/mentoring/matchings/{id}";
        var pool = await Pool(id);
        pool.Count(m => m.Hurdle == Hurdle.HasMentor).ShouldBe(await host.Stored(db => db.Contracts.CountAsync(c => c.State != ContractState.Ended && c.State != ContractState.Completed, Cancel)));
        pool.Where(m => m.Side == Side.Mentor).ShouldContain(m => m.Hurdle == Hurdle.IsFull);
        (await admin.Read($"{page}/pool?part=Hindered")).ShouldContain("has a mentor in this subject");
        var (mentors, trainees) = (Taking(pool, Side.Mentor), Taking(pool, Side.Trainee));
        mentors.Count.ShouldBeGreaterThan(2);
        trainees.Count.ShouldBeGreaterThan(2);

        var (pinned, with) = (trainees[0], mentors[1]);
        (await admin.Submit(page, ("MentorId", with.PersonId), ("TraineeId", pinned.PersonId), ("kind", "Pinned"))).Text.ShouldContain("must hold");
        (await admin.Submit(page, ("MentorId", with.PersonId), ("TraineeId", with.PersonId), ("kind", "Forbidden"))).Text.ShouldContain("Nobody is their own mentor");
        await admin.Post($"{page}/pool?handler=LeaveOut&part=Trainees", ("members", trainees[1].Id));
        await admin.Post($"{page}/pool?handler=Places&part=Mentors", ("members", mentors[0].Id), ("places", 3));
        var leftOut = (await Pool(id)).Single(m => m.Id == trainees[1].Id);
        (leftOut.TakesPart, (await Pool(id)).Single(m => m.Id == mentors[0].Id).Places).ShouldBe((false, 3));

        await admin.Submit(page, ("method", "Optimum"));
        var best = await Computed(id, 1);
        await admin.Submit(page, ("method", "Stable"));
        var stable = await Computed(id, 2);
        best.IsProven.ShouldBe(true);
        (stable.IsProven, stable.Blocking).ShouldBe((null, 0));
        (await admin.Read($"/mentoring/matchings/results/{best.Id}")).ShouldContain("Proven");
        (await admin.Read($"{page}/compare?first={best.Id}&second={stable.Id}")).ShouldContain("Pairs that both have");
        var pairs = await host.Stored(db => db.OutcomePairs.Where(p => p.OutcomeId == best.Id).ToListAsync(Cancel));
        pairs.ShouldContain(p => p.TraineeId == pinned.PersonId && p.MentorId == with.PersonId && p.IsPinned);
        pairs.ShouldNotContain(p => p.TraineeId == trainees[1].PersonId);

        (await admin.Read($"/mentoring/matchings/results/{best.Id}/publish")).ShouldContain($"Publish {best.Matched} pairs");
        await admin.Post($"/mentoring/matchings/results/{best.Id}/publish");
        await Eventually.Get(() => host.Stored(db => db.LoadRound(id, Cancel)), r => r.PublishedId == best.Id);
        var contracts = await host.Stored(db => db.Contracts.Where(c => c.ProgrammeId == db.MatchingRounds.Single(r => r.Id == id).ProgrammeId).ToListAsync(Cancel));
        contracts.Select(c => (c.TraineeId, c.MentorId)).ShouldBe(pairs.Select(p => (p.TraineeId, p.MentorId)), ignoreOrder: true);
        (await admin.Post($"{page}?handler=Compute", ("method", "Optimum"))).Text.ShouldContain("The matching is published");
        await host.Stored(db => db.Contracts.Where(c => contracts.Select(m => m.Id).Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContractState.Ended), Cancel));
    }

    [Fact]
    public async Task Publish_WhenAPairCannotBeMadeAnyMore_NamesItAndDoesNothing()
    {
        var admin = await host.SignedIn("admin");
        var id = await SetUp(admin, "一对已结成");
        await admin.Submit($"/mentoring/matchings/{id}", ("method", "Optimum"));
        var outcome = await Computed(id, 1);
        var pair = await host.Stored(db => db.OutcomePairs.Where(p => p.OutcomeId == outcome.Id).OrderBy(p => p.Id).FirstAsync(Cancel));
        var round = await host.Stored(db => db.LoadRound(id, Cancel));
        var contract = await host.As(await host.Administrator(), services => services.GetRequiredService<DraftContract>().Handle(
            new() { ProgrammeId = round.ProgrammeId, SubjectId = round.SubjectId, MentorId = pair.MentorId, TraineeId = pair.TraineeId }, Cancel));
        var trainee = (await host.As(null, services => services.GetRequiredService<IPeople>().Find([pair.TraineeId], Cancel)))[pair.TraineeId].Name.ToString();

        (await admin.Read($"/mentoring/matchings/results/{outcome.Id}/publish")).ShouldContain("The trainee has a mentor in this subject");
        await admin.Post($"/mentoring/matchings/results/{outcome.Id}/publish");
        var refused = await Eventually.Get(() => admin.Read($"/mentoring/matchings/{id}"), page => page.Contains("nothing was published", StringComparison.Ordinal));
        refused.ShouldContain(trainee);
        (await host.Stored(db => db.LoadRound(id, Cancel))).State.ShouldBe(RoundState.Computed);
        (await host.Stored(db => db.Contracts.CountAsync(c => c.ProgrammeId == round.ProgrammeId, Cancel))).ShouldBe(1);
        await host.As(null, async services =>
        {
            var db = services.GetRequiredService<Data.MentoringDbContext>();
            (await db.LoadContract(contract, Cancel)).Withdraw(WithdrawalReason.Other, new(2026, 12, 1));
            await db.SaveChangesAsync(Cancel);
        });
    }

    [Fact]
    public async Task Prefer_WhileTheRoundAsks_IsUsedByTheStableMatching()
    {
        var admin = await host.SignedIn("admin");
        var id = await SetUp(admin, "双向选择");
        var pool = await Pool(id);
        var (mentor, trainee) = (Taking(pool, Side.Mentor)[2], Taking(pool, Side.Trainee)[2]);
        await Should.ThrowAsync<Kernel.Domain.RuleBroken>(() => Prefer(id, trainee.PersonId, mentor.PersonId));
        await admin.Post($"/mentoring/matchings/{id}?handler=Ask");
        await Prefer(id, trainee.PersonId, mentor.PersonId);
        await Prefer(id, mentor.PersonId, trainee.PersonId);
        (await Should.ThrowAsync<Kernel.Domain.RuleBroken>(() => Prefer(id, mentor.PersonId, mentor.PersonId))).Rule.ShouldBe(RoundRules.NotOneself);
        await admin.Submit($"/mentoring/matchings/{id}", ("method", "Stable"));
        var outcome = await Computed(id, 1);
        (await host.Stored(db => db.OutcomePairs.AnyAsync(p => p.OutcomeId == outcome.Id && p.TraineeId == trainee.PersonId && p.MentorId == mentor.PersonId, Cancel))).ShouldBeTrue();
        outcome.Blocking.ShouldBe(0);
        // Who keeps the school's office teaches nothing, so nobody asks them, and the page isn't there for them.
        (await (await host.SignedIn("school")).Open($"/mentoring/matchings/{id}/prefer")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("district")).Open($"/mentoring/matchings/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task Prefer(Guid id, Guid who, Guid whom) => await host.As(await host.Actor(who), services => services.GetRequiredService<Preferring>().Prefer(id, [whom], Cancel));

    /// <summary>A programme of the sample's subject for the same time, and a round in it.</summary>
    private async Task<Guid> SetUp(Visitor admin, string name)
    {
        var sample = await host.Stored(db => db.City().Include(p => p.Subjects).SingleAsync(Cancel));
        var subject = sample.Subjects[0].SubjectId;
        await admin.Submit("/mentoring/programmes/new", ("Input.Template", "city"), ("Input.Name", name), ("Input.SubjectIds", subject), ("Input.From", sample.From), ("Input.To", sample.To), ("Input.WorkflowKey", sample.WorkflowKey));
        var programme = await host.Stored(db => db.Programmes.Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Cancel));
        await admin.Post($"/mentoring/programmes/{programme}?handler=Open");
        (await admin.Submit($"/mentoring/programmes/{programme}/matchings/new", ("Input.Name", name), ("Input.SubjectId", subject), ("Input.Places", 1))).Text.ShouldContain("is set up");
        (await admin.Read($"/mentoring/programmes/{programme}/matchings")).ShouldContain(name);
        return await host.Stored(db => db.MatchingRounds.Where(r => r.ProgrammeId == programme).Select(r => r.Id).SingleAsync(Cancel));
    }

    private Task<List<PoolMember>> Pool(Guid id) => host.Stored(db => db.PoolMembers.Where(m => m.RoundId == id).OrderBy(m => m.PersonId).ToListAsync(Cancel));

    private static List<PoolMember> Taking(IEnumerable<PoolMember> pool, Side side) => [.. pool.Where(m => m.TakesPart && m.Side == side)];

    private async Task<MatchingOutcome> Computed(Guid roundId, int number) =>
        (await Eventually.Get(() => host.Stored(db => db.MatchingOutcomes.SingleOrDefaultAsync(o => o.RoundId == roundId && o.Number == number, Cancel)), o => o is not null))!;
}
