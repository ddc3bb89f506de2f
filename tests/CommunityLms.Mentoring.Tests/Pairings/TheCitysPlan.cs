using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Sample;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pairings;

/// <summary>What the sample brings of the city's plan (P2), as board, network and roster show it.</summary>
[Collection(OnPages.Name)]
public sealed class TheCitysPlan(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_HasTheCitysDistrictsSchoolsAndDepartments()
    {
        var (programme, tree) = (await host.Stored(db => db.City().Include(p => p.Subjects).SingleAsync(Cancel)), await host.As(null, services => services.GetRequiredService<IOrganisation>().Tree(Cancel)));
        var plan = PairingSample.Of(programme, programme.Subjects[0].SubjectId, tree).ToList();
        plan.CountBy(p => p.Level).ToDictionary().ShouldBe(new Dictionary<PairingLevel, int> { [PairingLevel.District] = 13, [PairingLevel.School] = 25, [PairingLevel.Department] = 10 });
        plan.Count(p => p.IsOwnCentre).ShouldBe(3);
        plan.Count(p => p.State == PairingState.Draft).ShouldBe(3);
        plan.Where(p => p.Level == PairingLevel.School).ShouldAllBe(p => p.Cadence.Count == 5);
        var stored = await host.Stored(db => db.Pairings.Select(p => new { p.HelpingId, p.HelpedId }).ToListAsync(Cancel));
        plan.Select(p => new { p.HelpingId, p.HelpedId }).Except(stored).ShouldBeEmpty();
    }

    [Fact]
    public async Task Board_HasAColumnForEachRuralDistrict_AndNumbersThatLeadToTheRoster()
    {
        var board = (await (await host.SignedIn("admin")).Open($"/mentoring/pairings/board?programme={await Sample()}")).Main;
        foreach (var district in (string[])["Baiyun", "Zengcheng", "Huadu", "Panyu", "Luogang", "Conghua", "Nansha", "Huangpu"])
            board.ShouldContain($">{district} District</h2>");
        board.ShouldContain("Conghua District’s own centre");
        board.ShouldContain("Taiping Town Central Primary School, helped by Red Torch Primary School");
        board.ShouldContain("/mentoring/roster?programme=");
    }

    [Fact]
    public async Task Network_SaysInItsListWhatItDraws()
    {
        var page = (await (await host.SignedIn("admin")).Open($"/mentoring/pairings/network?programme={await Sample()}")).Main;
        var lines = page.Split("lms-network-line").Length - 1;
        lines.ShouldBeGreaterThanOrEqualTo(13);
        (page.Split("lms-row-link").Length - 1).ShouldBe(lines);
        page.ShouldContain("role=\"img\" aria-label=");
        (await (await host.SignedIn("admin")).Open($"/mentoring/pairings/network?programme={await Sample()}&level=Department")).Main.ShouldContain("Xiaolou Town Central Primary School English Department");
    }

    [Fact]
    public async Task Roster_OfADistrict_IsTheSameOnThePageOnPaperAndInFiles()
    {
        var (admin, district) = (await host.SignedIn("admin"), await host.SignedIn("district"));
        var programme = await Sample();
        (await district.Read($"/mentoring/roster?programme={programme}")).ShouldContain("Chen Xiaolan");
        (await district.Read($"/mentoring/roster?programme={programme}&side=Mentor")).ShouldContain("He Xiaoyan");
        var contracts = await host.Stored(db => db.Contracts.Where(c => c.ProgrammeId == programme && c.State != ContractState.Ended).Select(c => new { c.TraineeId, c.TraineeSchoolId }).Distinct().CountAsync(Cancel));
        var csv = await (await admin.Get($"/mentoring/roster?handler=Csv&programme={programme}")).Content.ReadAsStringAsync(Cancel);
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(contracts + 1);
        (await admin.Get($"/mentoring/roster?handler=Xlsx&programme={programme}")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        ((await admin.Read($"/mentoring/roster/print?programme={programme}")).Split("<tr>").Length - 2).ShouldBe(contracts);
        (await (await host.SignedIn("trainee")).Open("/mentoring/roster")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task RegistrationForm_HasBothSidesAndRoomForSeals_AndNoNumberBeforeBothAgreed()
    {
        var trainee = await host.SignedIn("trainee");
        var person = await host.PersonCalled("陈晓兰");
        var id = await host.Stored(db => db.CityPairs().Where(c => c.TraineeId == person).Select(c => c.Id).SingleAsync(Cancel));
        var form = await trainee.Read($"/mentoring/contracts/{id}/registration");
        foreach (var said in (string[])["Chen Xiaolan", "He Xiaoyan", "Taiping Town Central Primary School", "Yuexiu District", "Received by the section"])
            form.ShouldContain(said);
        (form.Split("\"lms-stamp\"").Length - 1).ShouldBe(3);
        (await (await host.SignedIn("admin2")).Open($"/mentoring/contracts/{id}/registration")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Agreement_WhenItHasANumber_CanBeCheckedByAnybody()
    {
        var admin = await host.SignedIn("admin");
        var id = await host.Stored(db => db.Pairings.Where(p => p.Scope == "数学").Select(p => p.Id).SingleAsync(Cancel));
        var paper = $"/mentoring/pairings/{id}/agreement";
        (await admin.Read(paper)).ShouldContain("A copy to read");
        await admin.Post(paper);
        var numbered = await admin.Read(paper);
        var code = System.Text.RegularExpressions.Regex.Match(numbered, "/verify/(?<code>[0-9A-Z-]{19})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        (await admin.Read($"/verify/{code}")).ShouldContain("Xiguan Experimental");
    }

    /// <summary>The programme of the sample whose plan it is; other tests set up others.</summary>
    private Task<Guid> Sample() => host.Stored(db => db.City().Select(p => p.Id).SingleAsync(Cancel));
}
