using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>What undoing gives back, and when it is refused.</summary>
public sealed class UndoingImports(ImportWorld world) : OnImports(world)
{
    [Fact]
    public async Task Undo_WhenPeopleWereAddedAndChanged_RestoresWhatWasThere()
    {
        await Institute.Import("people", Heading + ",Phone", Row(1) + ",1", Row(2) + ",2");
        var before = await Institute.Dump();
        var run = await Institute.Import(
            "people", [Heading + ",Phone", "N-1,周,平,TH-1-M,2021-01-01,,,9", "N-2,王,芳,CH-1,2018-01-01,Group leader,CHN,2", .. Rows(Many, from: 3).Select(r => r + ",5")]);
        (run.ToAdd, run.ToChange).ShouldBe((Many - 2, 2));
        (await Institute.Dump()).ShouldNotBe(before);

        run = await Institute.Undo(run.Id);

        run.State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_WhenUnitsWereAddedAndMoved_RestoresWhatWasThere()
    {
        var before = await Institute.Dump();
        var run = await Institute.Import(
            "units", "Code,Name,Kind,Parent code,Setting", "P,番禺,District,,Urban", "P-1,番禺一小,School,P,Urban", "P-1-M,数学组,Department,P-1,", "CH-1,新名,School,P,Rural", "TH-1-M,数学组,Department,P-1,");

        run = await Institute.Undo(run.Id);

        run.State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_WhenARecordWasChangedSince_IsRefusedAsAWhole()
    {
        var run = await Institute.Import("people", Heading, Row(1), Row(2));
        await Change(db => db.People.Single(p => p.StaffNumber == "N-1").Change(new("N-1", "改", "名")));
        var before = await Institute.Dump();

        run = await Institute.Undo(run.Id);

        run.State.ShouldBe(ImportState.Done);
        KeptProblem.Read(run.Failure).ShouldNotBeNull().Text.ShouldBe(ImportRules.ChangedSince.Message);
        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_WhenAPersonWasGivenARoleSince_IsRefusedAsAWhole()
    {
        var run = await Institute.Import("people", Heading, Row(1), Row(2));
        await Change(db => db.Add(new Grant(db.People.Single(p => p.StaffNumber == "N-2").Id, db.Roles.First().Id, db.Units.Single(u => u.Code == "TH").Id, TestInstitute.Today, to: null)));
        var before = await Institute.Dump();

        (await Institute.Undo(run.Id)).State.ShouldBe(ImportState.Done);

        (await Institute.Dump()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_WhenSomebodyWorksInAnImportedUnit_IsRefusedAsAWhole()
    {
        var units = await Institute.Import("units", "Code,Name,Kind,Parent code,Setting", "P,番禺,District,,Urban", "P-1,番禺一小,School,P,Urban");
        var people = await Institute.Import("people", Heading, Row(1, unit: "P-1"));

        (await Institute.Undo(units.Id)).State.ShouldBe(ImportState.Done);
        (await Institute.Undo(people.Id)).State.ShouldBe(ImportState.Undone);
        (await Institute.Undo(units.Id)).State.ShouldBe(ImportState.Undone);

        (await Institute.Ask(db => db.Units.CountAsync())).ShouldBe(6);
    }

    [Fact]
    public async Task Undo_WhenAnotherModuleRefersToAnImportedUnit_IsRefusedAsAWholeAndSaysWhich()
    {
        var units = await Institute.Import("units", "Code,Name,Kind,Parent code,Setting", "P,番禺,District,,Urban", "P-1,番禺一小,School,P,Urban");
        var (school, before) = ((await Institute.Unit("P-1")).Id, await Institute.Dump());
        Shelves.Units.Add(school);

        units = await Institute.Undo(units.Id);

        units.State.ShouldBe(ImportState.Done);
        var said = KeptProblem.Read(units.Failure).ShouldNotBeNull();
        said.Text.ShouldBe(UnitRules.ImportedAndUsed.Message);
        said.Args.ShouldBe(["1", "番禺一小"]);
        (await Institute.Dump()).ShouldBe(before);
        Shelves.Units.Remove(school);
        (await Institute.Undo(units.Id)).State.ShouldBe(ImportState.Undone);
    }

    [Fact]
    public async Task Delete_WhenAnotherModuleRefersToTheUnit_IsRefused()
    {
        await Institute.Import("units", "Code,Name,Kind,Parent code,Setting", "P,番禺,District,,Urban");
        var unit = await Institute.Unit("P");
        Shelves.Units.Add(unit.Id);
        (await Refusals.Of(() => Delete(unit))).ShouldBe(UnitRules.ReferredTo);
        Shelves.Units.Remove(unit.Id);
        await Delete(unit);
        (await Institute.Ask(db => db.Units.AnyAsync(u => u.Id == unit.Id))).ShouldBeFalse();
    }

    private Task<bool> Delete(Unit unit) => World.In(Institute.Id, Institute.Administrator, async services =>
    {
        await services.GetRequiredService<DeleteUnit>().Handle(unit.Id, unit.ConcurrencyStamp, CancellationToken.None);
        return true;
    });

    private Shelves Shelves => World.Services.GetRequiredService<Shelves>();

    [Fact]
    public async Task Undo_WhenADatabaseErrorBreaksItOff_GoesOnAndEndsComplete()
    {
        var before = await Institute.Dump();
        var run = await Institute.Import("people", [Heading, .. Rows(Many)]);
        World.Faults.SavesLeft = 2;
        (await Institute.Undo(run.Id)).State.ShouldBe(ImportState.Undoing);
        (await Institute.Dump()).ShouldNotBe(before);

        await Institute.Do(by: null, async imports =>
        {
            await imports.Resume((await imports.Find(run.Id, CancellationToken.None)).Run, CancellationToken.None);
            return true;
        });

        (await Institute.Find(run.Id)).State.ShouldBe(ImportState.Undone);
        (await Institute.Dump()).ShouldBe(before);
    }

    private Task<int> Change(Action<Data.InstitutesDbContext> change) => Institute.Ask(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });
}
