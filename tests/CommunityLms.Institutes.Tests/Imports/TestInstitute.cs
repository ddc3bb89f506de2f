using System.Globalization;
using System.Text;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>
/// An institute no other test touches: districts TH (urban) and CH (rural), the school TH-1 with the department TH-1-M and the school CH-1;
/// subjects CHN 语文 and MATH 数学; an administrator, and an officer of TH.
/// </summary>
internal sealed class TestInstitute(ImportWorld world, Guid id, Actor administrator, Actor officer)
{
    public static readonly DateOnly Today = TimeProvider.System.Today();

    public Guid Id => id;

    public Actor Administrator => administrator;

    public Actor Officer => officer;

    public static async Task<TestInstitute> Found(ImportWorld world)
    {
        var institute = new Institute("示例院", "Sample Institute");
        Actor[] actors = [new(Guid.CreateVersion7(), "Administrator"), new(Guid.CreateVersion7(), "Officer")];
        var since = new DateOnly(2020, 1, 1);
        await world.In(institute.Id, actors[0], async services =>
        {
            var db = services.GetRequiredService<InstitutesDbContext>();
            var root = new Unit(UnitKind.Institute, new("示例院", "Sample Institute", "INST"), parent: null, since);
            var urban = new Unit(UnitKind.District, new("天河", "Tianhe", "TH", UnitSetting.Urban), root, since);
            var rural = new Unit(UnitKind.County, new("从化", "Conghua", "CH", UnitSetting.Rural), root, since);
            var school = new Unit(UnitKind.School, new("天河一小", "Tianhe No. 1", "TH-1", UnitSetting.Urban), urban, since);
            var department = new Unit(UnitKind.Department, new("数学组", "Mathematics", "TH-1-M"), school, since);
            var village = new Unit(UnitKind.School, new("从化一小", "Conghua No. 1", "CH-1", UnitSetting.Village), rural, since);
            db.AddRange(institute, root, urban, rural, school, department, village, new Subject("CHN", "语文", "Chinese"), new Subject("MATH", "数学", "Mathematics"));
            var roles = BuiltInRoles.Create([]);
            db.AddRange(roles);
            Unit[] desks = [root, urban];
            for (var i = 0; i < 2; i++)
            {
                var person = new Person(new($"DESK-{i}", "办", "公"));
                actors[i] = actors[i] with { PersonId = person.Id };
                person.Connect(actors[i].AccountId);
                person.Employ(new(desks[i].Id, since));
                db.Add(person);
                db.Add(new Grant(person.Id, roles.Single(r => r.BuiltIn == (i == 0 ? UsualRoles.Administrator : UsualRoles.Officer)).Id, desks[i].Id, since, to: null));
            }
            return await db.SaveChangesAsync();
        });
        return new(world, institute.Id, actors[0], actors[1]);
    }

    /// <summary>Brings a file, takes the mapping as guessed and has it checked.</summary>
    public async Task<ImportRun> Check(string importer, byte[] file, Actor? by = null, string name = "table.csv")
    {
        var run = await Do(by, async imports =>
        {
            using var content = new MemoryStream(file);
            var brought = await imports.Bring(await imports.Importer(importer, CancellationToken.None), content, name, CancellationToken.None);
            var table = await imports.Open(brought, CancellationToken.None);
            var columns = await (await imports.Importer(importer, CancellationToken.None)).Columns(CancellationToken.None);
            await imports.Check(brought, ColumnMapping.Guess(table.Header.Cells, columns), CancellationToken.None);
            return brought.Id;
        });
        return await Find(run, by);
    }

    public Task<ImportRun> Check(string importer, params string[] lines) => Check(importer, Csv(lines));

    /// <summary>Checks a file without problems and imports it.</summary>
    public async Task<ImportRun> Import(string importer, params string[] lines)
    {
        var run = await Check(importer, lines);
        run.Problems.ShouldBe("[]");
        return await Apply(run.Id);
    }

    public async Task<ImportRun> Apply(Guid run, bool onlyGood = false, Actor? by = null)
    {
        await Do(by, async imports =>
        {
            await imports.Apply((await imports.Find(run, CancellationToken.None)).Run, onlyGood, CancellationToken.None);
            return true;
        });
        return await Find(run, by);
    }

    public async Task<ImportRun> Undo(Guid run, Actor? by = null)
    {
        await Do(by, async imports =>
        {
            await imports.Undo((await imports.Find(run, CancellationToken.None)).Run, CancellationToken.None);
            return true;
        });
        return await Find(run, by);
    }

    public Task<ImportRun> Find(Guid run, Actor? by = null) => Do(by, async imports => (await imports.Find(run, CancellationToken.None)).Run);

    public Task<T> Do<T>(Actor? by, Func<ImportRuns, Task<T>> work) => world.In(id, by ?? administrator, services => work(services.GetRequiredService<ImportRuns>()));

    public Task<T> Ask<T>(Func<InstitutesDbContext, Task<T>> question) => world.In(id, administrator, services => question(services.GetRequiredService<InstitutesDbContext>()));

    public Task<Unit> Unit(string code) => Ask(db => db.Units.AsNoTracking().Include(u => u.History).SingleAsync(u => u.Code == code));

    public Task<Person> Person(string number) => Ask(db => db.People.AsNoTracking().Include(p => p.Employments).Include(p => p.Appraisals).Include(p => p.TutorAppointments).SingleAsync(p => p.StaffNumber == number));

    /// <summary>All records of the institute as text, but for what every save renews.</summary>
    public Task<string> Dump() => Ask(async db =>
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await db.Units.Include(u => u.History).LoadAsync();
        await db.People.Include(p => p.Employments).Include(p => p.Appraisals).Include(p => p.TutorAppointments).LoadAsync();
        await db.Grants.LoadAsync();
        await db.Subjects.LoadAsync();
        return string.Join('\n', db.ChangeTracker.Entries()
            .Select(e => e.Metadata.ClrType.Name + " " + string.Join(", ", e.Properties.Where(p => p.Metadata.Name != "ConcurrencyStamp").Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Metadata.Name}={p.CurrentValue}"))))
            .Order(StringComparer.Ordinal));
    });

    /// <summary>Everything within reach, as a file.</summary>
    public Task<byte[]> Export(string importer, TableFormat format, Actor? by = null) => world.In(id, by ?? administrator, async services =>
    {
        var found = await services.GetRequiredService<ImportRuns>().Importer(importer, CancellationToken.None);
        using var file = new MemoryStream();
        await Kernel.Imports.ImporterTables.Export(found, file, format, services.GetRequiredService<Kernel.Localization.Translations>().For(typeof(InstitutesModule).Assembly), CancellationToken.None);
        return file.ToArray();
    });

    public static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
}

internal static class RunAssertions
{
    /// <summary>The problems as "row column: text", arguments filled in.</summary>
    public static IReadOnlyList<string> Said(this ImportRun run) =>
        [.. System.Text.Json.JsonSerializer.Deserialize<List<KeptProblem>>(run.Problems)!.Select(p => $"{p.Row} {p.Column}: {string.Format(CultureInfo.InvariantCulture, p.Text, [.. p.Args])}")];

    public static (int Add, int Change, int Same, int Bad) Counts(this ImportRun run) => (run.ToAdd, run.ToChange, run.Same, run.Bad);
}
