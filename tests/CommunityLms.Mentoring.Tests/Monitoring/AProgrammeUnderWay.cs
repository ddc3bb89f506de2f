using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Monitoring;

/// <summary>A programme of 200 days, half of them gone, whose contracts stand as a test says; its people are those of the sample's pairs.</summary>
internal sealed class AProgrammeUnderWay<TDatabase>(MentoringHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    private const int Length = 200;
    private readonly List<Contract> _contracts = [];
    private List<(Party Mentor, Party Trainee)> _pairs = [];
    private Programme? _programme;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Guid Id => _programme!.Id;

    public DateOnly Today { get; } = DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime);

    public Guid SubjectId => _programme!.Subjects[0].SubjectId;

    public IReadOnlyList<Contract> Contracts => _contracts;

    public async Task<AProgrammeUnderWay<TDatabase>> Begin()
    {
        var from = Today.AddDays(-Length / 2);
        // The pair who can sign in first: the others' keys were made in the same millisecond, in any order.
        var trainee = await host.PersonCalled("陈晓兰");
        _pairs = await host.Stored(async db => (await db.CityPairs().AsNoTracking().OrderBy(c => c.TraineeId != trainee).ThenBy(c => c.Id).ToListAsync(Cancel))
            .Select(c => (new Party(c.MentorId, c.MentorSchoolId), new Party(c.TraineeId, c.TraineeSchoolId))).ToList());
        var (subject, key) = await host.Stored(async db => (await db.CityPairs().Select(c => c.SubjectId).FirstAsync(Cancel), await db.City().Select(p => p.WorkflowKey).SingleAsync(Cancel)));
        _programme = new(new("Monitored", from, from.AddDays(Length - 1), null, key, PairingForms.Usual | PairingForms.OneSchool, [subject],
            [new("First", from, from.AddDays(50)), new("Second", from.AddDays(51), from.AddDays(Length - 1))], [new("Hear a lesson", ActivityKind.LessonHeard, 10, Side.Trainee), new("Paper", ActivityKind.Paper, 2, Side.Mentor)]));
        _programme.Open();
        await Store(_programme);
        return this;
    }

    /// <summary>A pair whose contract is being agreed; one step has been awaited for so many days.</summary>
    public async Task<Contract> Draft(int awaitedDays)
    {
        var contract = new Contract(_programme!, _pairs[_contracts.Count].Mentor, _pairs[_contracts.Count].Trainee, SubjectId);
        contract.Ask(Guid.CreateVersion7(), ContractStep.Goal, 0, AskedBy.Workflow, host.Clock.GetUtcNow().UtcDateTime.AddDays(-awaitedDays));
        return await Keep(contract);
    }

    /// <summary>A pair on its way.</summary>
    /// <param name="closedFirst">Whether both have looked back on the first stage, which was due long ago.</param>
    /// <param name="quietDays">The days since its one contact; null for none.</param>
    /// <param name="heard">Lessons heard, accepted.</param>
    public async Task<Contract> Active(bool closedFirst = true, int? quietDays = 1, int heard = 10)
    {
        var contract = Began();
        if (closedFirst)
            foreach (var side in Enum.GetValues<Side>())
                contract.Review(1, side, "Good", A.At);
        await Keep(contract);
        var trainee = contract.TraineeId;
        if (quietDays is { } days)
            await Store(new Contact(contract, trainee, new() { On = Today.AddDays(-days), Kind = ContactKind.Visit, Topic = "Unit 2 Animals", Minutes = 45 }, Today));
        for (var i = 0; i < heard; i++)
            await Store(Accepted(contract, ActivityKind.LessonHeard, Side.Trainee, new() { On = Today.AddDays(-i), Title = $"Lesson {i}" }));
        await Refresh(contract);
        return contract;
    }

    public Evidence Accepted(Contract contract, ActivityKind kind, Side by, EvidenceInput input)
    {
        var evidence = new Evidence(contract, _programme!.Activities.First(a => a.Kind == kind), by, by == Side.Mentor ? contract.MentorId : contract.TraineeId, input, [], Today);
        evidence.Accept(by == Side.Mentor ? Side.Trainee : Side.Mentor, A.At);
        return evidence;
    }

    /// <summary>Stores it without telling anybody, so that no workflow begins.</summary>
    public Task Store(Kernel.Domain.Aggregate aggregate) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        aggregate.ForgetEvents();
        db.Add(aggregate);
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Changes a contract without telling anybody.</summary>
    public Task Change(Contract contract, Action<Contract> change) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var stored = await db.LoadContract(contract.Id, Cancel);
        change(stored);
        stored.ForgetEvents();
        await db.SaveChangesAsync(Cancel);
        await services.GetRequiredService<PulseReader>().Refresh([contract.Id], Cancel);
    });

    /// <summary>The institute's first administrator.</summary>
    public Task<Actor> Admin() => host.As(null, async services =>
    {
        var root = (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).Root!;
        var admin = (await services.GetRequiredService<IRoles>().Holders(UsualRoles.Administrator, root.Id, Cancel))!.People.First(p => p.AccountId is not null);
        return new Actor(admin.AccountId!.Value, admin.Name.Written, admin.Id);
    });

    private Contract Began()
    {
        var contract = new Contract(_programme!, _pairs[_contracts.Count].Mentor, _pairs[_contracts.Count].Trainee, SubjectId);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, A.At);
        contract.Agreed().SignedByBoth().Activate(Today);
        contract.OpenStage(1, A.At);
        return contract;
    }

    private async Task<Contract> Keep(Contract contract)
    {
        _contracts.Add(contract);
        await Store(contract);
        await Refresh(contract);
        return contract;
    }

    private Task Refresh(Contract contract) => host.As(null, services => services.GetRequiredService<PulseReader>().Refresh([contract.Id], Cancel));
}
