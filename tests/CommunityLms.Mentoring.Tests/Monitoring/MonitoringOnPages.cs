using System.IO.Compression;
using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Monitoring;

/// <summary>Monitoring, inspections, figures and both statuses as officers, schools and pairs meet them, without a script.</summary>
[Collection(OnSqlite.Name)]
public sealed class MonitoringOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Monitoring_ShowsCountsThatLeadToTheirContracts()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        await programme.Active();
        var quiet = await programme.Active(quietDays: 40);
        var admin = await host.SignedIn("admin");
        (await admin.Read($"/mentoring/monitoring/{programme.Id}")).ShouldContain($"/mentoring/contracts/{quiet.Id}");
        var silent = await admin.Read($"/mentoring/monitoring/{programme.Id}?concern=Silent");
        silent.ShouldContain($"/mentoring/contracts/{quiet.Id}");
        silent.ShouldContain("no contact for 40 days");
        silent.ShouldNotContain($"/mentoring/contracts/{programme.Contracts[0].Id}");
        (await (await host.SignedIn("admin2")).Open($"/mentoring/monitoring/{programme.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.Read("/mentoring/monitoring")).ShouldContain("Where the contracts stand");
    }

    [Fact]
    public async Task Monitoring_OfADistrict_IsThatOfItsTrainees()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        for (var i = 0; i < 8; i++)
            await programme.Draft(awaitedDays: 1);
        var tree = await host.As(null, services => services.GetRequiredService<IOrganisation>().Tree(Cancel));
        var own = programme.Contracts.Where(c => tree.Above(c.TraineeSchoolId, UnitKind.District, UnitKind.County)?.Name.Name == "从化区").ToList();
        own.Count.ShouldBeInRange(1, 7);
        var (admin, district) = (await host.SignedIn("admin"), await host.SignedIn("district"));
        var page = await district.Read($"/mentoring/monitoring/{programme.Id}");
        foreach (var contract in programme.Contracts)
        {
            page.Contains($"/mentoring/contracts/{contract.Id}", StringComparison.Ordinal).ShouldBe(own.Contains(contract));
            await admin.Submit($"/mentoring/inspections/new?contract={contract.Id}", ("Input.InspectorId", (await programme.Admin()).PersonId), ("Input.PlannedOn", programme.Today), ("Input.About", $"{contract.Id}"));
        }
        var list = await district.Read($"/mentoring/inspections?programme={programme.Id}");
        foreach (var contract in programme.Contracts)
            list.Contains($"{contract.Id}", StringComparison.Ordinal).ShouldBe(own.Contains(contract));
        var elsewhere = programme.Contracts.First(c => !own.Contains(c)).Id;
        (await district.Open($"/mentoring/inspections/new?contract={elsewhere}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var figures = await district.Read($"/mentoring/programmes/{programme.Id}/figures/records?figure=contracts");
        foreach (var contract in programme.Contracts)
            figures.Contains($"{contract.Id}", StringComparison.Ordinal).ShouldBe(own.Contains(contract));
    }

    [Fact]
    public async Task Figures_AreReadPrintedAndTakenAway_AndLeadToTheirRecords()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var contract = await programme.Active(heard: 3);
        var admin = await host.SignedIn("admin");
        var figures = $"/mentoring/programmes/{programme.Id}/figures";
        (await admin.Read(figures)).ShouldContain($"{figures}/records?figure=lessons-heard");
        (await admin.Read($"{figures}/records?figure=lessons-heard")).ShouldContain("Lesson 2");
        (await admin.Read($"{figures}/records?figure=contracts-active")).ShouldContain($"/mentoring/contracts/{contract.Id}");
        (await admin.Read($"{figures}/print")).ShouldContain("Lessons heard");
        (await admin.Open($"{figures}/records?figure=no-such")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Part(await admin.Get($"{figures}?handler=Xlsx"), "xl/worksheets/sheet1.xml")).ShouldContain("Lessons heard");
        (await Part(await admin.Get($"{figures}?handler=Docx"), "word/document.xml")).ShouldContain("Lessons heard");
    }

    [Fact]
    public async Task Inspection_IsPlannedRecordedFollowedUpAndMadeKnown()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var contract = await programme.Active();
        var inspector = (await programme.Admin()).PersonId;
        var (admin, pair) = (await host.SignedIn("admin"), await host.SignedIn("trainee"));
        (string, object?)[] plan = [("Input.InspectorId", inspector), ("Input.PlannedOn", programme.Today), ("Input.Kind", "Interview"), ("Input.About", "Half a year on")];
        (await admin.Submit($"/mentoring/inspections/new?contract={contract.Id}", plan)).Text.ShouldContain("Choose the pair that is interviewed");
        await admin.Submit($"/mentoring/inspections/new?contract={contract.Id}", [.. plan, ("Input.ContractIds", contract.Id)]);
        var id = await host.Stored(db => db.Inspections.Where(i => i.About == "Half a year on").Select(i => i.Id).SingleAsync(Cancel));
        var page = $"/mentoring/inspections/{id}";
        (await admin.Read("/mentoring/inspections")).ShouldContain(page);
        (await admin.Submit($"{page}/finding", ("Input.DoneOn", programme.Today.AddDays(1)), ("Input.Finding", "They prepare together"))).Text.ShouldContain("today at the latest");
        await admin.Submit($"{page}/finding", ("Input.DoneOn", programme.Today), ("Input.Finding", "They prepare together"), ("Input.FollowUp", "Hear a lesson"), ("Input.FollowUpBy", programme.Today.AddDays(9)));
        (await admin.Read(page)).ShouldContain("to be followed up");
        await admin.Submit(page, ("outcome", "Heard, and good"));
        (await admin.Read(page)).ShouldContain("Heard, and good");
        (await pair.Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.SignedIn("admin2")).Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await pair.Open($"/mentoring/practices/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await admin.Submit($"{page}/practice", ("Input.Title", "Prepare on Mondays"), ("Input.Practice", "Both prepare the week on Monday."));
        (await pair.Read("/mentoring/practices")).ShouldContain($"/mentoring/practices/{id}");
        var known = await pair.Read($"/mentoring/practices/{id}");
        known.ShouldContain("Both prepare the week on Monday.");
        known.ShouldNotContain("They prepare together");
        await Eventually.Get(() => pair.Read("/notifications"), html => html.Contains("Prepare on Mondays", StringComparison.Ordinal));
        (await (await host.SignedIn("admin2")).Open($"/mentoring/practices/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Inspection_OfAPairOfAnotherSchool_IsRefused()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        for (var i = 0; i < 4; i++)
            await programme.Active();
        var first = programme.Contracts[0];
        var other = programme.Contracts.First(c => c.TraineeSchoolId != first.TraineeSchoolId);
        var admin = await host.SignedIn("admin");
        var answer = await admin.Submit($"/mentoring/inspections/new?programme={programme.Id}&school={first.TraineeSchoolId}", ("Input.InspectorId", (await programme.Admin()).PersonId), ("Input.PlannedOn", programme.Today), ("Input.About", "Elsewhere"), ("Input.ContractIds", other.Id));
        answer.Text.ShouldContain("belong to this school");
        (await host.Stored(db => db.Inspections.AnyAsync(i => i.About == "Elsewhere", Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task Participation_WhenTheSchoolSaysLeaving_IsSeenByTheInstitute()
    {
        var (school, admin) = (await host.SignedIn("school"), await host.SignedIn("admin"));
        var trainee = await host.SignedIn("trainee");
        var id = Guid.Parse(System.Text.RegularExpressions.Regex.Match(await trainee.Read("/mentoring/my"), "/mentoring/contracts/(?<id>[0-9a-f-]{36})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value);
        (await school.Read($"/mentoring/contracts/{id}")).ShouldContain($"/mentoring/contracts/{id}/participation");
        (await school.Submit($"/mentoring/contracts/{id}/participation", ("Input.Status", "Leaving"), ("Input.Reason", ""))).Text.ShouldContain("Reason");
        await school.Submit($"/mentoring/contracts/{id}/participation", ("Input.Status", "Leaving"), ("Input.Reason", "春季调往外校"));
        var file = await admin.Read($"/mentoring/contracts/{id}");
        file.ShouldContain("春季调往外校");
        file.ShouldContain("statuses disagree");
        (await admin.Read("/mentoring/contracts")).ShouldContain("statuses disagree");
        (await host.Stored(db => db.LoadContract(id, Cancel))).Training.ShouldBe(TrainingStatus.Active);
        (await trainee.Open($"/mentoring/contracts/{id}/participation")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.SignedIn("admin2")).Open($"/mentoring/contracts/{id}/participation")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Part(HttpResponseMessage answer, string path)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancel));
        using var part = new StreamReader(zip.GetEntry(path).ShouldNotBeNull().Open());
        return await part.ReadToEndAsync(Cancel);
    }
}
