using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pairings;

/// <summary>Brings tables in as somebody would through the pages of imports: checked, applied and undone by the host's own jobs.</summary>
internal static class Importing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    extension(MentoringHost<SqliteDatabase> host)
    {
        /// <summary>Has a file checked, its columns taken as guessed.</summary>
        public async Task<ImportRun> Check(Actor by, string importer, params string[] lines)
        {
            var id = await host.As(by, async services =>
            {
                var imports = services.GetRequiredService<ImportRuns>();
                var found = await imports.Importer(importer, Cancel);
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
                var run = await imports.Bring(found, content, "table.csv", Cancel);
                await imports.Check(run, ColumnMapping.Guess((await imports.Open(run, Cancel)).Header.Cells, await found.Columns(Cancel)), Cancel);
                return run.Id;
            });
            return await host.Done(by, id);
        }

        public async Task<ImportRun> Apply(Actor by, ImportRun checkedRun, bool onlyGood = false)
        {
            await host.As(by, async services =>
            {
                var imports = services.GetRequiredService<ImportRuns>();
                await imports.Apply((await imports.Find(checkedRun.Id, Cancel)).Run, onlyGood, Cancel);
            });
            return await host.Done(by, checkedRun.Id);
        }

        public async Task<ImportRun> Undo(Actor by, ImportRun applied)
        {
            await host.As(by, async services =>
            {
                var imports = services.GetRequiredService<ImportRuns>();
                await imports.Undo((await imports.Find(applied.Id, Cancel)).Run, Cancel);
            });
            return await host.Done(by, applied.Id);
        }

        /// <summary>Everything within reach, as a file would hold it.</summary>
        public Task<string[]> Export(Actor by, string importer) => host.As(by, async services =>
        {
            using var file = new MemoryStream();
            var found = await services.GetRequiredService<ImportRuns>().Importer(importer, Cancel);
            await found.Export(file, TableFormat.Csv, services.GetRequiredService<Translations>().For(typeof(MentoringModule).Assembly), Cancel);
            return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        });

        private Task<ImportRun> Done(Actor by, Guid id) => Eventually.Get(
            () => host.As(by, async services => (await services.GetRequiredService<ImportRuns>().Find(id, Cancel)).Run), run => !run.IsUnderWay);
    }

    public static (int Add, int Change, int Same, int Bad) Counts(this ImportRun run) => (run.ToAdd, run.ToChange, run.Same, run.Bad);

    /// <summary>What is said of each bad cell: row, heading, words.</summary>
    public static IEnumerable<string> Said(this ImportRun run) =>
        JsonSerializer.Deserialize<List<KeptProblem>>(run.Problems)!.Select(p => $"{p.Row} {p.Column}: {string.Format(CultureInfo.InvariantCulture, p.Text, [.. p.Args])}");
}
