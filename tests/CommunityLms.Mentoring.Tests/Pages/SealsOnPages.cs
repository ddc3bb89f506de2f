using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pages;

/// <summary>A seal given for a time: the desk, the contract, the paper and the news say so; afterwards it is given anew.</summary>
[Collection(OnSqlite.Name)]
public sealed class SealsOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Today => host.Clock.Today();

    [Fact]
    public async Task Seal_GivenForATime_EndsIsToldOfAndIsGivenAnew()
    {
        var (school, admin, contract) = (await host.SignedIn("school"), await host.SignedIn("admin"), await Signed());
        var (page, last) = ($"/mentoring/contracts/{contract.Id}", Today.AddDays(60));
        (await Sealing(Today.AddDays(-2))).Text.ShouldContain("The last day of a seal is today or a later one");
        (await Sealing(last)).Text.ShouldContain($"valid until {Say(last)}");
        (await admin.Read($"{page}/print")).ShouldContain($"valid until {Say(last)}");
        await Act(c => c.Active());

        await Look();
        (await school.Read("/mentoring/seals")).ShouldNotContain(page);
        using (host.Clock.Ahead(TimeSpan.FromDays(31)))
        {
            await Look();
            school = await host.SignedIn("school");
            (await school.Read("/mentoring/seals")).ShouldContain($"anew: valid until {Say(last)}");
            var keeper = (await host.As(null, async s => (await s.GetRequiredService<ISeals>().KeepersOf(contract.TraineeSchoolId, Cancel)))).ShouldHaveSingleItem();
            foreach (var told in new[] { keeper, contract.TraineeId })
                await Told(told, "Mentoring.SealEnding");
        }

        using (host.Clock.Ahead(TimeSpan.FromDays(61)))
        {
            await Look();
            (school, admin) = (await host.SignedIn("school"), await host.SignedIn("admin"));
            (await school.Read("/mentoring/seals")).ShouldContain($"expired, was valid until {Say(last)}");
            (await school.Read(page)).ShouldContain($"was valid until {Say(last)} and has expired");
            (await admin.Read($"{page}/print")).ShouldContain($"was valid until {Say(last)} and has expired");
            await Told(contract.MentorId, "Mentoring.SealExpired");
            (await (await host.SignedIn("trainee")).Submit($"/mentoring/my/{contract.Id}/log", ("Input.On", Today), ("Input.Kind", "Call"), ("Input.Topic", "备课"))).Text.ShouldContain("Ask for it to be given anew");
            await Sealing(null);
            (await Load(contract.Id)).MissingSeals(Today).ShouldBeEmpty();
            (await school.Read("/mentoring/seals")).ShouldNotContain(page);
        }

        Task<Sight> Sealing(DateOnly? until) => school.Post($"{page}?handler=Seal", ("hash", contract.AgreedText()!.Hash), ("office", ContractStep.SchoolSeal), ("validUntil", until), ("password", MentoringHost<SqliteDatabase>.Password));

        Task Act(Action<Contract> act) => host.As(null, async s =>
        {
            var db = s.GetRequiredService<MentoringDbContext>();
            await db.SaveOnLatest(async () => act(await db.LoadContract(contract.Id, Cancel)), Cancel);
        });
    }

    [Fact]
    public async Task Keeper_WhoseTimeIsOver_ReadsSoWithWhoRenewsIt()
    {
        var school = await host.SignedIn("school");
        var contract = await Signed();
        var seal = (await host.As(null, s => s.GetRequiredService<ISeals>().UsableBy(Keeper(s), contract.TraineeSchoolId, Cancel))).ShouldNotBeNull();
        (await school.Read("/mentoring/seals")).ShouldNotContain("is valid until");

        var last = Today.AddDays(20);
        var admin = await host.SignedIn("district");
        (await admin.Submit($"/institutes/seals/{seal.Id}/edit", ("Input.Name", seal.Name), ("Input.ValidUntil", last))).Text.ShouldContain("The seal is changed");
        (await school.Read("/mentoring/seals")).ShouldContain($"is valid until {Say(last)}. Ask in time");
        using (host.Clock.Ahead(TimeSpan.FromDays(21)))
        {
            (school, admin) = (await host.SignedIn("school"), await host.SignedIn("district"));
            (await school.Read("/mentoring/seals")).ShouldContain($"was valid until {Say(last)}. It is renewed by:");
            (await school.Post($"/mentoring/contracts/{contract.Id}?handler=Seal", ("hash", contract.AgreedText()!.Hash), ("office", ContractStep.SchoolSeal), ("password", MentoringHost<SqliteDatabase>.Password)))
                .Text.ShouldContain("It is renewed by:");
            (await Load(contract.Id)).Confirmations.ShouldNotContain(c => c.SealId != null);
            await admin.Submit($"/institutes/seals/{seal.Id}/edit", ("Input.Name", seal.Name), ("Input.ValidUntil", null));
            (await school.Read("/mentoring/seals")).ShouldNotContain("It is renewed by:");
        }

        Guid Keeper(IServiceProvider s) => s.GetRequiredService<ISeals>().KeepersOf(contract.TraineeSchoolId, Cancel).GetAwaiter().GetResult()[0];
    }

    private Task Look() => host.As(null, s => ActivatorUtilities.CreateInstance<LookAtSeals>(s).Run(null!, Cancel));

    private Task<bool> Told(Guid person, string kind) => Eventually.Get(() => host.As(null, async s =>
        (await s.GetRequiredService<IPeople>().Find([person], Cancel))[person].AccountId is { } account && await s.GetRequiredService<KernelDbContext>().Notifications.AnyAsync(n => n.AccountId == account && n.Kind == kind, Cancel)), told => told);

    /// <summary>A contract of the school whose officer is in the sample, signed by both and asked for the school's seal.</summary>
    private Task<Contract> Signed() => host.As(null, async services =>
    {
        var db = services.GetRequiredService<MentoringDbContext>();
        var sample = await db.CityPairs().OrderBy(c => c.Id).FirstAsync(Cancel);
        var (trainee, school) = (await host.PersonCalled("陈晓兰"), (await services.GetRequiredService<IOrganisation>().Tree(Cancel)).All.Single(u => u.Name.Name.Contains("太平镇中心", StringComparison.Ordinal) && u.Kind == UnitKind.School).Id);
        var programme = new Programme(A.Plan() with { SubjectIds = [sample.SubjectId] });
        programme.Open();
        var contract = new Contract(programme, new(sample.MentorId, sample.MentorSchoolId), new(trainee, school), sample.SubjectId);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, A.At);
        contract.Agreed().SignedByBoth().Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Office, A.At);
        // No workflow begins, which would ask for the seal once more.
        contract.ForgetEvents();
        db.AddRange(programme, contract);
        await db.SaveChangesAsync(Cancel);
        return await db.LoadContract(contract.Id, Cancel);
    });

    private Task<Contract> Load(Guid id) => host.Stored(db => db.LoadContract(id, Cancel));

    private static string Say(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en"));
}
