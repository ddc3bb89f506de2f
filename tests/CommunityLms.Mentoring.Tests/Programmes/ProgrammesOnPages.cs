using System.Collections;
using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Mentoring.Tests.Monitoring;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Programmes;

[Collection(OnSqlite.Name)]
public sealed class ProgrammesOnPages(MentoringHost<SqliteDatabase> host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edit_OfWhatPairsHaveToDo_ReachesThosePairedAlready()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var contract = await programme.Active(heard: 3);
        var saved = await Save(await host.SignedIn("admin"), programme.Id, ("Input.Activities[0].Times", 5), ("Input.Activities[2].Name", "读书"), ("Input.Activities[2].Times", 1), ("Input.Activities[2].Kind", nameof(ActivityKind.Book)));
        saved.Text.ShouldContain("The changes are saved");
        saved.Text.ShouldContain("读书");
        // Five lessons and a book of the trainee, two papers and a book of the mentor.
        var pulse = await Eventually.Get(() => host.Stored(db => db.Pulses.AsNoTracking().SingleAsync(p => p.ContractId == contract.Id, Cancel)), p => p.Asked == 9);
        pulse.Reached.ShouldBe(3);
    }

    [Fact]
    public async Task Edit_WhenAnotherLineIsAskedFor_ComesBackAsItWasTyped()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var admin = await host.SignedIn("admin");
        var again = await Save(admin, programme.Id, ("Input.Name", "Half a na"), ("Input.From", ""), ("Input.Stages[2].Name", ""), ("lms-more", "Input.Stages"));
        again.Html.ShouldContain("Half a na");
        again.Html.ShouldContain("Input.Stages[3].Name");
        again.Html.ShouldNotContain("lms-error-summary");
        again.Html.ShouldContain("name=\"lms-more\" value=\"Input.Stages\"");
        (await host.Stored(db => db.Programmes.Where(p => p.Id == programme.Id).Select(p => p.Name).SingleAsync(Cancel))).ShouldBe("Monitored");
    }

    [Fact]
    public async Task Edit_WhenItWouldLoseWhatPairsEntered_IsRefused()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        await programme.Active(heard: 1);
        var admin = await host.SignedIn("admin");
        (await Save(admin, programme.Id, ("Input.Activities[0].Name", "Another name"))).Text.ShouldContain("Pairs have entered what they did for “Hear a lesson” already");
        var other = await host.As(null, async services => (await services.GetRequiredService<ITeaching>().Subjects(Cancel)).Values.First(s => s.Id != programme.SubjectId).Id);
        (await Save(admin, programme.Id, ("Input.SubjectIds", other))).Text.ShouldContain("Keep the subject");
    }

    [Fact]
    public async Task Edit_WhenSomebodySavedMeanwhile_ShowsBothVersions()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var (first, second) = (await host.SignedIn("admin"), await host.SignedIn("admin"));
        var old = await Stored(programme.Id);
        await second.Open(Edit(programme.Id));
        await Save(first, programme.Id, ("Input.Stages[0].Name", "磨合"));
        var both = await second.Submit(With(old, ("Input.Stages[0].Name", "适应")));
        both.Text.ShouldContain("磨合");
        both.Text.ShouldContain("适应");
        both.Text.ShouldContain("Save my version");
        (await second.Submit(With(old, ("Input.Stages[0].Name", "适应")))).Text.ShouldContain("The changes are saved");
    }

    [Fact]
    public async Task Pair_WhomTheProgrammeDoesNotTake_IsRefusedWithTheReason()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var admin = await host.SignedIn("admin");
        await Save(admin, programme.Id, ("Input.MentorLevel", nameof(BackboneLevel.Province)), ("Input.OnlyRuralTrainees", true), ("Input.Terms", "三份合同。"));
        var pairs = await host.Stored(db => db.CityPairs().Select(c => new { c.MentorId, c.TraineeId }).Take(2).ToListAsync(Cancel));
        (await Pair(pairs[0].TraineeId, pairs[1].TraineeId)).ShouldContain("isn’t a backbone teacher of the level");
        await Save(admin, programme.Id, ("Input.MentorLevel", ""));
        (await Pair(pairs[0].TraineeId, pairs[1].MentorId)).ShouldContain("doesn’t teach at a rural or village school");
        (await admin.Read($"/mentoring/programmes/{programme.Id}")).ShouldContain("三份合同。");
        (await (await host.SignedIn("district")).Open(Edit(programme.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);

        async Task<string> Pair(Guid mentor, Guid trainee) =>
            (await admin.Submit($"/mentoring/contracts/new?programme={programme.Id}", ("Input.SubjectId", programme.SubjectId), ("Input.MentorId", mentor), ("Input.TraineeId", trainee))).Text;
    }

    private async Task<Sight> Save(Visitor who, Guid programme, params (string Name, object? Value)[] changes) => await who.Submit(Edit(programme), With(await Stored(programme), changes));

    private async Task<ProgrammeInput> Stored(Guid id) => ProgrammeInput.Of(await host.As(null, services => services.GetRequiredService<ProgrammeQueries>().Find(id, Cancel)));

    /// <summary>What a browser sends: everything that stands in the form, some of it changed.</summary>
    private static IEnumerable<(string Name, object? Value)> With(ProgrammeInput stored, params (string Name, object? Value)[] changes) =>
        Fields("Input", stored).Where(f => !Array.Exists(changes, c => c.Name == f.Name)).Concat(changes);

    private static IEnumerable<(string Name, object? Value)> Fields(string name, object value) => value.GetType().GetProperties()
        .Where(p => p.CanWrite && p.Name != nameof(ProgrammeInput.Stamp)).SelectMany(p => p.GetValue(value) switch
        {
            IList { Count: > 0 } lines when lines[0] is StageLine or ActivityLine => lines.Cast<object>().SelectMany((line, i) => Fields($"{name}.{p.Name}[{i}]", line)),
            IList several => several.Cast<object>().Select(v => ($"{name}.{p.Name}", (object?)v)),
            var single => [($"{name}.{p.Name}", single)],
        });

    private static string Edit(Guid id) => $"/mentoring/programmes/{id}/edit";
}
