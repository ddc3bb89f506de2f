using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>All, the good part, or nothing: whatever breaks an import off.</summary>
public sealed class ImportsAreWhole(ImportWorld world) : OnImports(world)
{
    [Fact]
    public async Task All_WhenARowIsBad_ImportsNothing()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", Heading, Row(1), Row(2, unit: "NIX"));

        (await Should.ThrowAsync<RuleBroken>(() => Institute.Apply(run.Id))).Rule.ShouldBe(ImportRules.HasBadRows);

        (await Institute.Dump()).ShouldBe(before);
        (await Institute.Find(run.Id)).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task All_WhenARowTurnsBadAfterTheCheck_ImportsNothing()
    {
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        await Institute.Ask(async db =>
        {
            db.Units.Single(u => u.Code == "CH-1").Archive(new([]), TestInstitute.Today);
            return await db.SaveChangesAsync();
        });
        var before = await Institute.Dump();

        run = await Institute.Apply(run.Id);

        (run.State, run.Bad).ShouldBe((ImportState.Checked, Many / 2));
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task GoodPart_WhenARowIsBad_LeavesOnlyThatOut()
    {
        var run = await Institute.Check("people", Heading, Row(1), Row(2, unit: "NIX"), Row(3));

        run = await Institute.Apply(run.Id, onlyGood: true);

        run.State.ShouldBe(ImportState.Done);
        (await Institute.Ask(db => db.People.Where(p => p.StaffNumber.StartsWith("N-")).Select(p => p.StaffNumber).Order().ToListAsync())).ShouldBe(["N-1", "N-3"]);
    }

    [Fact]
    public async Task Import_WhenABatchFails_LeavesNothing()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        World.Faults.SavesLeft = 2;

        run = await Institute.Apply(run.Id);

        run.State.ShouldBe(ImportState.Failed);
        KeptProblem.Read(run.Failure).ShouldNotBeNull().Args.ShouldBe(["The disk is full."]);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenItFailedOnce_CanBeCheckedImportedAndUndoneAgain()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        World.Faults.SavesLeft = 2;
        run = await Institute.Apply(run.Id);

        await Institute.Do(by: null, async imports =>
        {
            var (again, importer) = await imports.Find(run.Id, CancellationToken.None);
            var table = await imports.Open(again, CancellationToken.None);
            await imports.Check(again, again.MappingOf(table.Header.Cells, await importer.Columns(CancellationToken.None)), CancellationToken.None);
            return true;
        });
        (await Institute.Apply(run.Id)).State.ShouldBe(ImportState.Done);

        (await Institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenTheProcessIsKilled_BeginsAgainAndEndsComplete()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        (World.Faults.SavesLeft, World.Faults.Then) = (2, World.Lifetime.StopApplication);

        (await Institute.Apply(run.Id)).State.ShouldBe(ImportState.Applying);
        (await Imported()).ShouldBe(1000);
        World.Lifetime.StartAgain();
        await World.In(Institute.Id, Institute.Administrator, async _ =>
        {
            await World.Jobs.RunWaiting();
            return true;
        });

        (await Institute.Find(run.Id)).State.ShouldBe(ImportState.Done);
        (await Imported()).ShouldBe(Many);
        (await Institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_WhenCancelled_IsTakenBack()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        World.Jobs.CancelAt = "Importing rows";

        run = await Institute.Apply(run.Id);

        run.State.ShouldBe(ImportState.Checked);
        KeptProblem.Read(run.Failure).ShouldNotBeNull().Text.ShouldBe(ImportRules.Stopped.Message);
        (await Institute.Dump()).ShouldBe(before);
        (await Institute.Apply(run.Id)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task Import_WhenItsJobRunsTwice_StaysAsItIs()
    {
        var run = await Institute.Import("people", Heading, Row(1));
        var again = World.Jobs;
        await Institute.Undo(run.Id);
        var before = await Institute.Dump();

        await World.In(Institute.Id, Institute.Administrator, async _ =>
        {
            await again.RunWaiting();
            return true;
        });

        (await Institute.Find(run.Id)).State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Imports_WhenTwoAreAppliedAtOnce_AreOneTooMany()
    {
        var (first, second) = (await Institute.Check("people", Heading, Row(1)), await Institute.Check("units", "Code,Name,Kind,Parent code", "TH-1-E,英语组,Department,TH-1"));
        World.Jobs.Hold = true;
        await Institute.Apply(first.Id);

        (await Should.ThrowAsync<RuleBroken>(() => Institute.Apply(second.Id))).Rule.ShouldBe(ImportRules.AnotherUnderWay);
        (await Should.ThrowAsync<RuleBroken>(() => Institute.Apply(first.Id))).Rule.ShouldBe(ImportRules.NotChecked);

        (await Institute.Find(second.Id)).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task Import_WhenItsJobEndsWhileAPageIsMade_HasNotStopped()
    {
        var run = await Institute.Check("people", Heading, Row(1));
        World.Jobs.Hold = true;
        await Institute.Apply(run.Id);

        await Institute.Do(by: null, async imports =>
        {
            var (seen, _) = await imports.Find(run.Id, CancellationToken.None);
            seen.IsUnderWay.ShouldBeTrue();
            World.Jobs.Hold = false;
            await World.In(Institute.Id, Institute.Administrator, async _ =>
            {
                await World.Jobs.RunWaiting();
                return true;
            });

            (await imports.HasStopped(seen, CancellationToken.None)).ShouldBeFalse();
            seen.State.ShouldBe(ImportState.Done);
            return true;
        });
    }

    [Fact]
    public async Task Import_WhenItsJobIsCancelledBeforeItBegins_CanBeGivenUp()
    {
        var before = await Institute.Dump();
        var run = await Institute.Check("people", Heading, Row(1));
        World.Jobs.Hold = true;
        run = await Institute.Apply(run.Id);
        (await Should.ThrowAsync<RuleBroken>(() => Institute.Undo(run.Id))).Rule.ShouldBe(ImportRules.NotDone);
        await World.Jobs.Cancel(run.JobId!.Value, CancellationToken.None);
        World.Jobs.Hold = false;

        (await Institute.Undo(run.Id)).State.ShouldBe(ImportState.Undone);

        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Progress_WhenThereAreManyRows_IsToldBatchByBatch()
    {
        var run = await Institute.Check("people", TestInstitute.Csv([Heading, .. Rows(Many)]));
        World.Jobs.Reports.ShouldBe([(0, Many, "Checking rows"), (500, Many, "Checking rows"), (1000, Many, "Checking rows")]);

        await Institute.Apply(run.Id);

        World.Jobs.Reports.Where(r => r.Doing == "Importing rows").ShouldBe([(0, Many, "Importing rows"), (500, Many, "Importing rows"), (1000, Many, "Importing rows")]);
    }

    private Task<int> Imported() => Institute.Ask(db => db.People.CountAsync(p => p.StaffNumber.StartsWith("N-")));
}
