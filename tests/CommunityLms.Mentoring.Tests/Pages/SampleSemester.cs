using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Tests.Pages;

/// <summary>The figures of last semester in the sample, worked out by hand from what each pair did.</summary>
[Collection(OnPages.Name)]
public sealed class SampleSemester(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_OfLastSemester_AreThoseWorkedOutByHand()
    {
        var programme = await host.Stored(db => db.Programmes.Where(p => p.Name.Contains("一对一")).Select(p => p.Id).SingleAsync(Cancel));
        var contracts = await host.Stored(db => db.Contracts.Where(c => c.ProgrammeId == programme).Select(c => new { c.Id, c.State }).ToListAsync(Cancel));
        contracts.CountBy(c => c.State).ToDictionary().ShouldBe(new Dictionary<ContractState, int> { [ContractState.Completed] = 57, [ContractState.Ended] = 3 }, ignoreOrder: true);
        var (minutes, lines) = await host.Stored(async db => (await db.Contacts.Where(c => contracts.Select(x => x.Id).Contains(c.ContractId)).SumAsync(c => c.Minutes, Cancel), await db.Contacts.CountAsync(c => contracts.Select(x => x.Id).Contains(c.ContractId), Cancel)));
        // 60 pairs with 8 visits of 90 minutes and 4 calls of 20.
        (lines, minutes).ShouldBe((720, 48_000));
        var papers = await host.Stored(db => db.Evidence.Where(e => contracts.Select(x => x.Id).Contains(e.ContractId) && e.Kind == ActivityKind.Paper).Select(e => e.Characters).ToListAsync(Cancel));
        // One of each trainee, and of every third mentor.
        papers.Count.ShouldBe(80);
        papers.ShouldAllBe(characters => characters >= 2000);
        (await host.Stored(db => db.Evidence.CountAsync(e => contracts.Select(x => x.Id).Contains(e.ContractId) && e.Kind == ActivityKind.LessonHeard, Cancel))).ShouldBe(960);
    }

    [Fact]
    public async Task Trainee_OfTheSample_FindsHerCertificateOfLastSemester()
    {
        var (trainee, person) = (await host.SignedIn("trainee"), await host.PersonCalled("陈晓兰"));
        var id = await host.Stored(db => db.Contracts.Where(c => c.State == ContractState.Completed && c.TraineeId == person).Select(c => c.Id).SingleAsync(Cancel));
        (await trainee.Read("/mentoring/my")).ShouldContain(id.ToString());
        (await trainee.Read($"/mentoring/contracts/{id}/certificate/Trainee")).ShouldContain("13.3");
    }
}
