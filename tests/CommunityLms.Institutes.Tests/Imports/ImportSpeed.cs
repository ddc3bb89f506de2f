using System.Globalization;
using CommunityLms.Institutes.Sample;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>Twenty thousand people within a minute, while others work. Explicit, because a busy machine is no judge of it.</summary>
public sealed class ImportSpeed(ImportWorld world, ITestOutputHelper output) : IClassFixture<ImportWorld>
{
    private const int People = 20_010; // a few of them work in the institute itself, which the table leaves out
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OthersWait = TimeSpan.FromSeconds(5);

    [Fact(Explicit = true)]
    public async Task People_WhenTwentyThousandAreImported_TakeLessThanAMinuteAndOthersGoOn()
    {
        var institute = await TestInstitute.Found(world);
        var city = SampleCity.Scale(People, 7, TestInstitute.Today);
        await institute.Ask(db =>
        {
            var known = db.Subjects.Select(s => s.Code).ToList();
            db.AddRange(city.Subjects.Where(s => !known.Contains(s.Code)).Select(s => new Subject(s.Code, s.Name, s.LatinName)));
            return db.SaveChangesAsync();
        });
        var units = await institute.Check("units", await Table(TableFormat.Csv, SampleTables.UnitHeadings, SampleTables.Units(city)));
        units.Said().ShouldBeEmpty();
        await Timed("units applied", () => institute.Apply(units.Id));
        var file = await Table(TableFormat.Xlsx, SampleTables.PersonHeadings, SampleTables.People(city));
        using var done = new CancellationTokenSource();
        var others = OthersAtWork(institute, done.Token);

        var start = TimeProvider.System.GetTimestamp();
        var run = await Timed("checked", () => institute.Check("people", file, name: "people.xlsx"));
        run.Said().ShouldBeEmpty();
        run.ToAdd.ShouldBeGreaterThanOrEqualTo(20_000);
        run = await Timed("applied", () => institute.Apply(run.Id));
        var took = TimeProvider.System.GetElapsedTime(start);

        run.State.ShouldBe(ImportState.Done);
        await done.CancelAsync();
        var (count, longest) = await others;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"others saved {count} times meanwhile, the longest took {longest.TotalSeconds:F2} s"));
        await Timed("exported", () => institute.Export("people", TableFormat.Xlsx));
        await Timed("undone", () => institute.Undo(run.Id));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak of the process {Environment.WorkingSet / 1024 / 1024} MB"));
        took.ShouldBeLessThan(Within);
        longest.ShouldBeLessThan(OthersWait);
    }

    private async Task<T> Timed<T>(string what, Func<Task<T>> work)
    {
        var (start, cpu) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = await work();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} s of a processor"));
        return result;
    }

    /// <summary>Somebody who changes a person a few times a second.</summary>
    private static Task<(int Count, TimeSpan Longest)> OthersAtWork(TestInstitute institute, CancellationToken done) => Task.Run(async () =>
    {
        var (count, longest) = (0, TimeSpan.Zero);
        while (!done.IsCancellationRequested)
        {
            var start = TimeProvider.System.GetTimestamp();
            await institute.Ask(async db =>
            {
                (await db.People.SingleAsync(p => p.StaffNumber == "DESK-1")).Change(new("DESK-1", "办", $"公{count}"));
                return await db.SaveChangesAsync();
            });
            var took = TimeProvider.System.GetElapsedTime(start);
            (count, longest) = (count + 1, took > longest ? took : longest);
            await Task.Delay(200);
        }
        return (count, longest);
    });

    private static async Task<byte[]> Table(TableFormat format, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        await using (var table = await TableWriter.Create(file, format, "Table", headings, CancellationToken.None))
            foreach (var row in rows)
                await table.Write(row, CancellationToken.None);
        return file.ToArray();
    }
}
