using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Figures;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Monitoring;

/// <summary>What monitoring and figures say of contracts that stand in every way, on the real host.</summary>
public abstract class ProgrammesAreMonitored<TDatabase>(MentoringHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_CountsEachConcern_AndListsTheVeryContracts()
    {
        var programme = await new AProgrammeUnderWay<TDatabase>(host).Begin();
        var fine = await programme.Active();
        var waiting = await programme.Draft(awaitedDays: 20);
        await programme.Draft(awaitedDays: 3);
        var late = await programme.Active(closedFirst: false);
        var quiet = await programme.Active(quietDays: 40);
        var behind = await programme.Active(heard: 1);
        var lateAndQuiet = await programme.Active(closedFirst: false, quietDays: null);
        var resting = await programme.Active(closedFirst: false, quietDays: null, heard: 0);
        await programme.Change(resting, c =>
        {
            c.Ask(Guid.CreateVersion7(), ContractStep.StageReview, 1, AskedBy.Workflow, A.At.AddDays(-60));
            c.Defer(DeferralReason.Sickness, programme.Today);
        });
        await programme.Change(fine, c => c.Participate(ParticipationStatus.Leaving, "Moves away", programme.Today));

        var counts = (await As(programme, q => q.Overview(programme.Id, Cancel))).Whole;
        counts.All.ShouldBe(8);
        (counts.Of(ContractState.Draft), counts.Of(ContractState.Active)).ShouldBe((2, 6));
        (Concern, Contract[])[] expected =
        [
            (Concern.Overdue, [waiting, late, lateAndQuiet]), (Concern.Silent, [quiet, lateAndQuiet]), (Concern.AtRisk, [behind, lateAndQuiet]), (Concern.Deferred, [resting]), (Concern.Disagreement, [fine, resting]),
        ];
        foreach (var (concern, contracts) in expected)
        {
            (await Listed(programme, new(Concern: concern))).ShouldBe(contracts.Select(c => c.Id), ignoreOrder: true, concern.ToString());
            counts.Of(concern).ShouldBe(contracts.Length, concern.ToString());
        }
        (await Listed(programme, new(ContractState.Draft))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Overview_ByDistrict_AddsUpToTheWhole()
    {
        var programme = await new AProgrammeUnderWay<TDatabase>(host).Begin();
        for (var i = 0; i < 6; i++)
            await programme.Active(quietDays: i % 2 == 0 ? 40 : 1);
        var overview = await As(programme, q => q.Overview(programme.Id, Cancel));
        overview.Districts.Sum(d => d.Counts.All).ShouldBe(6);
        overview.Districts.Sum(d => d.Counts.Of(Concern.Silent)).ShouldBe(3);
        foreach (var district in overview.Districts)
            (await Listed(programme, new(DistrictId: district.DistrictId))).Count.ShouldBe(district.Counts.All);
    }

    [Fact]
    public async Task Pulse_WhenSomethingIsLoggedAcceptedAndVoided_FollowsByItself()
    {
        var programme = await new AProgrammeUnderWay<TDatabase>(host).Begin();
        var contract = await programme.Active(quietDays: null, heard: 0);
        var (mentor, trainee) = (await host.Actor(contract.MentorId), await host.Actor(contract.TraineeId));
        await host.As(trainee, s => s.GetRequiredService<Recording>().Log(contract.Id, new() { On = programme.Today, Topic = "Unit 2 Animals", Kind = ContactKind.Call }, Cancel));
        await Eventually.Get(() => Pulse(contract), p => p.QuietSince == programme.Today);
        var evidence = await host.As(trainee, s => s.GetRequiredService<Recording>().Submit(contract.Id, new() { Activity = "Hear a lesson", On = programme.Today, Title = "Diet" }, files: [], Cancel));
        await host.As(mentor, s => s.GetRequiredService<Recording>().Accept(evidence, Cancel));
        await Eventually.Get(() => Pulse(contract), p => p is { Reached: 1, Asked: 12 });
        await host.As(mentor, s => s.GetRequiredService<Recording>().Void(evidence, "Another day", Cancel));
        await Eventually.Get(() => Pulse(contract), p => p.Reached == 0);
    }

    [Fact]
    public async Task Figures_EachNumber_IsTheNumberOfItsRecords()
    {
        var programme = await new AProgrammeUnderWay<TDatabase>(host).Begin();
        await programme.Draft(awaitedDays: 1);
        for (var i = 0; i < 4; i++)
            await programme.Active(heard: i, quietDays: i);
        var written = programme.Contracts[2];
        await programme.Store(programme.Accepted(written, ActivityKind.Paper, Side.Mentor, new() { On = programme.Today, Title = "Questions", Text = "两 个字" }));
        var voided = programme.Accepted(written, ActivityKind.Paper, Side.Mentor, new() { On = programme.Today, Title = "Twice", Text = "不算" });
        voided.Void("Entered twice");
        await programme.Store(voided);
        await programme.Change(programme.Contracts[1], c => c.Withdraw(WithdrawalReason.MovedSchool, programme.Today));

        var admin = await programme.Admin();
        var report = await host.As(admin, s => s.GetRequiredService<FigureQueries>().Report(programme.Id, new(), Cancel));
        report.Whole.Values.Zip(Figure.All).Where(f => f.First > 0).Select(f => (f.Second.Key, f.First)).ShouldBe(
        [
            ("contracts", 5), ("contracts-draft", 1), ("contracts-active", 3), ("contracts-ended", 1), ("pairs", 4), ("trainees", 4), ("mentors", 4), ("stages-closed", 4),
            ("contacts-visit", 4), ("minutes", 180), ("lessons-heard", 6), ("papers", 1), ("characters", 3),
        ]);
        foreach (var part in (FigureColumn[])[report.Whole, .. report.Districts, .. report.Subjects])
            foreach (var (number, figure) in part.Values.Zip(Figure.All))
            {
                var records = await AllPages(page => host.As(admin, s => s.GetRequiredService<FigureRecordQueries>().List(programme.Id, figure, part.Filter, page, Cancel)));
                (figure.IsSum ? records.Sum(r => r.Amount!.Value) : records.Count).ShouldBe((int)number, $"{figure.Key} {part.Name}");
            }
        report.Districts.Count.ShouldBeGreaterThan(0);
    }

    private async Task<IReadOnlyList<Guid>> Listed(AProgrammeUnderWay<TDatabase> programme, StandingFilter filter) =>
        [.. (await AllPages(page => As(programme, q => q.List(programme.Id, filter, page, Cancel)))).Select(r => r.Id)];

    private static async Task<IReadOnlyList<T>> AllPages<T>(Func<PageRequest, Task<Page<T>>> read)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await read(new(after, 2));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private Task<Pulse> Pulse(Contract contract) => host.Stored(db => db.Pulses.AsNoTracking().SingleAsync(p => p.ContractId == contract.Id, Cancel));

    private async Task<T> As<T>(AProgrammeUnderWay<TDatabase> programme, Func<MonitoringQueries, Task<T>> ask) =>
        await host.As(await programme.Admin(), services => ask(services.GetRequiredService<MonitoringQueries>()));
}

[Collection(OnSqlite.Name)]
public sealed class MonitoringOnSqlite(MentoringHost<SqliteDatabase> host) : ProgrammesAreMonitored<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class MonitoringOnPostgreSql(MentoringHost<PostgreSqlDatabase> host) : ProgrammesAreMonitored<PostgreSqlDatabase>(host);
