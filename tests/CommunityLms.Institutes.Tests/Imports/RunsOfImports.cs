using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>What becomes of an import: all, the good part, or nothing; and back again.</summary>
public sealed partial class RunsOfImports(ImportWorld world) : IClassFixture<ImportWorld>, IAsyncLifetime
{
    private const int Many = 1200; // three batches
    private const string Heading = "Staff number,Family name,Given name,Unit code,Employed from,Tutor position,Tutor subject";
    private TestInstitute _institute = null!;

    public async ValueTask InitializeAsync() => _institute = await TestInstitute.Found(world);

    public ValueTask DisposeAsync()
    {
        world.Jobs.Hold = false;
        world.Lifetime.StartAgain();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_WhenARowIsBad_ImportsNothing()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", Heading, Row(1), Row(2, unit: "NIX"));

        (await Should.ThrowAsync<RuleBroken>(() => _institute.Apply(run.Id))).Rule.ShouldBe(ImportRules.HasBadRows);

        (await _institute.Dump()).ShouldBe(before);
        (await _institute.Find(run.Id)).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task All_WhenARowTurnsBadAfterTheCheck_ImportsNothing()
    {
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        await _institute.Ask(async db =>
        {
            db.Units.Single(u => u.Code == "CH-1").Archive(new([]), TestInstitute.Today);
            return await db.SaveChangesAsync();
        });
        var before = await _institute.Dump();

        run = await _institute.Apply(run.Id);

        (run.State, run.Bad).ShouldBe((ImportState.Checked, Many / 2));
        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task GoodPart_WhenARowIsBad_LeavesOnlyThatOut()
    {
        var run = await _institute.Check("people", Heading, Row(1), Row(2, unit: "NIX"), Row(3));

        run = await _institute.Apply(run.Id, onlyGood: true);

        run.State.ShouldBe(ImportState.Done);
        (await _institute.Ask(db => db.People.Where(p => p.StaffNumber.StartsWith("N-")).Select(p => p.StaffNumber).Order().ToListAsync())).ShouldBe(["N-1", "N-3"]);
    }

    [Fact]
    public async Task Import_WhenABatchFails_LeavesNothing()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        world.Faults.SavesLeft = 2;

        run = await _institute.Apply(run.Id);

        run.State.ShouldBe(ImportState.Failed);
        KeptProblem.Read(run.Failure).ShouldNotBeNull().Args.ShouldBe(["The disk is full."]);
        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenItFailedOnce_CanBeCheckedImportedAndUndoneAgain()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        world.Faults.SavesLeft = 2;
        run = await _institute.Apply(run.Id);

        await _institute.Do(by: null, async imports =>
        {
            var (again, importer) = await imports.Find(run.Id, CancellationToken.None);
            var table = await imports.Open(again, CancellationToken.None);
            await imports.Check(again, again.MappingOf(table.Header.Cells, await importer.Columns(CancellationToken.None)), CancellationToken.None);
            return true;
        });
        (await _institute.Apply(run.Id)).State.ShouldBe(ImportState.Done);

        (await _institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);
        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenTheProcessIsKilled_BeginsAgainAndEndsComplete()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        (world.Faults.SavesLeft, world.Faults.Then) = (2, world.Lifetime.StopApplication);

        (await _institute.Apply(run.Id)).State.ShouldBe(ImportState.Applying);
        (await Imported()).ShouldBe(1000);
        world.Lifetime.StartAgain();
        await world.In(_institute.Id, _institute.Administrator, async _ =>
        {
            await world.Jobs.RunWaiting();
            return true;
        });

        (await _institute.Find(run.Id)).State.ShouldBe(ImportState.Done);
        (await Imported()).ShouldBe(Many);
        (await _institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);
        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenCancelled_IsTakenBack()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        world.Jobs.CancelAt = "Importing rows";

        run = await _institute.Apply(run.Id);

        run.State.ShouldBe(ImportState.Checked);
        KeptProblem.Read(run.Failure).ShouldNotBeNull().Text.ShouldBe(ImportRules.Stopped.Message);
        (await _institute.Dump()).ShouldBe(before);
        (await _institute.Apply(run.Id)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task Import_WhenItsJobRunsTwice_StaysAsItIs()
    {
        var run = await _institute.Import("people", Heading, Row(1));
        var again = world.Jobs;
        await _institute.Undo(run.Id);
        var before = await _institute.Dump();

        await world.In(_institute.Id, _institute.Administrator, async _ =>
        {
            await again.RunWaiting();
            return true;
        });

        (await _institute.Find(run.Id)).State.ShouldBe(ImportState.Undone);
        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Imports_WhenTwoAreAppliedAtOnce_AreOneTooMany()
    {
        var (first, second) = (await _institute.Check("people", Heading, Row(1)), await _institute.Check("units", "Code,Name,Kind,Parent code", "TH-1-E,英语组,Department,TH-1"));
        world.Jobs.Hold = true;
        await _institute.Apply(first.Id);

        (await Should.ThrowAsync<RuleBroken>(() => _institute.Apply(second.Id))).Rule.ShouldBe(ImportRules.AnotherUnderWay);
        (await Should.ThrowAsync<RuleBroken>(() => _institute.Apply(first.Id))).Rule.ShouldBe(ImportRules.NotChecked);

        (await _institute.Find(second.Id)).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task Import_WhenItsJobIsCancelledBeforeItBegins_CanBeGivenUp()
    {
        var before = await _institute.Dump();
        var run = await _institute.Check("people", Heading, Row(1));
        world.Jobs.Hold = true;
        run = await _institute.Apply(run.Id);
        (await Should.ThrowAsync<RuleBroken>(() => _institute.Undo(run.Id))).Rule.ShouldBe(ImportRules.NotDone);
        await world.Jobs.Cancel(run.JobId!.Value, CancellationToken.None);
        world.Jobs.Hold = false;

        (await _institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);

        (await _institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_WhenOfAnotherInstitute_IsMissing()
    {
        var run = await _institute.Check("people", Heading, Row(1));
        var other = await TestInstitute.Found(world);

        await Should.ThrowAsync<RecordMissing>(() => other.Find(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => other.Apply(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => other.Undo(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => _institute.Find(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Run_WhenBroughtByAnother_IsSeenByThoseWhoReachEverybody()
    {
        var (ours, theirs) = (await _institute.Check("people", TestInstitute.Csv(Heading, Row(1, unit: "TH-1")), _institute.Officer), await _institute.Check("people", Heading, Row(1)));

        (await _institute.Find(ours.Id)).Id.ShouldBe(ours.Id);
        await Should.ThrowAsync<RecordMissing>(() => _institute.Find(theirs.Id, _institute.Officer));
    }

    [Fact]
    public async Task Importer_WhenThePersonMayNotImport_IsRefused()
    {
        var nobody = new Actor(Guid.CreateVersion7(), "Nobody", Guid.CreateVersion7());

        await Should.ThrowAsync<AccessDenied>(() => _institute.Do(nobody, imports => imports.Importer("people", CancellationToken.None)));
        await Should.ThrowAsync<RecordMissing>(() => _institute.Do(by: null, imports => imports.Importer("everything", CancellationToken.None)));
    }

    [Fact]
    public async Task Progress_WhenThereAreManyRows_IsToldBatchByBatch()
    {
        var run = await _institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        world.Jobs.Reports.ShouldBe([(0, Many, "Checking rows"), (500, Many, "Checking rows"), (1000, Many, "Checking rows")]);

        await _institute.Apply(run.Id);

        world.Jobs.Reports.Where(r => r.Doing == "Importing rows").ShouldBe([(0, Many, "Importing rows"), (500, Many, "Importing rows"), (1000, Many, "Importing rows")]);
    }

    private static IEnumerable<string> Rows(int to, int from = 1) => Enumerable.Range(from, to - from + 1).Select(i => Row(i));

    private static string Row(int number, string? unit = null) => $"N-{number},王,芳,{unit ?? (number % 2 == 0 ? "CH-1" : "TH-1-M")},2018-01-01,Tutor,MATH";

    private Task<int> Imported() => _institute.Ask(db => db.People.CountAsync(p => p.StaffNumber.StartsWith("N-")));

    private Task<int> Change(Action<Data.InstitutesDbContext> change) => _institute.Ask(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });
}
