using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>Reads a run's rows and has its importer plan them.</summary>
internal static class ImportPlanning
{
    private const int Batch = 500;

    public static async Task<List<PlannedRow>> Plan(this ImportRuns imports, ImportRun run, IImporter importer, IJobContext job, CancellationToken cancel)
    {
        var table = await imports.Open(run.FileId, run.FileName, cancel);
        var mapping = run.MappingOf(table.Header.Cells, await importer.Columns(cancel));
        var rows = table.Rows.Select(r => TypedRow.Read(r, mapping)).ToList();
        await job.Report(0, rows.Count, "Checking rows", cancel);
        return [.. await importer.Plan(rows, cancel)];
    }

    public static IEnumerable<PlannedRow[]> Batches(this IEnumerable<PlannedRow> rows) => rows.Chunk(Batch);
}

/// <summary>Checks every row and keeps what would happen; changes nothing.</summary>
internal sealed class CheckImport(ImportRuns imports, KernelDbContext db) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(args.RunId, cancel);
        try
        {
            run.Checked(await imports.Plan(run, importer, job, cancel));
        }
        catch (TableRefused refused)
        {
            run.Fail(refused.Message);
        }
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>
/// Carries the rows out in batches, each a short transaction, so that others can work meanwhile. After a crash it begins again and finds
/// the rows already done to be the same; if a batch fails, what was done is taken back.
/// </summary>
internal sealed class ApplyImport(ImportRuns imports, KernelDbContext db, ChangeSets changeSets, ChangeSetUndo undo) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(args.RunId, cancel);
        var planned = await imports.Plan(run, importer, job, cancel);
        if (planned.Any(r => r.Fate == RowFate.Bad) && !args.OnlyGood)
        {
            run.Checked(planned);
            await db.SaveChangesAsync(cancel);
            return;
        }
        var rows = planned.Where(r => r.Fate is RowFate.Add or RowFate.Change).ToList();
        try
        {
            using var _ = changeSets.Begin(run.Id);
            var done = 0;
            foreach (var batch in rows.Batches())
            {
                await importer.Apply(batch, cancel);
                await job.Report(done += batch.Length, rows.Count, "Importing rows", cancel);
            }
        }
        catch (Exception fault)
        {
            await undo.Undo(run.Id, CancellationToken.None);
            run.Fail(fault is RuleBroken or OperationCanceledException ? fault.Message : fault.GetBaseException().Message);
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
        run.Applied();
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Takes a finished import back, wholly or not at all.</summary>
internal sealed class UndoImport(ImportRuns imports, KernelDbContext db, ChangeSetUndo undo) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, _) = await imports.Find(args.RunId, cancel);
        try
        {
            await job.Report(0, 0, "Taking rows back", cancel);
            await undo.Undo(run.Id, cancel);
            run.Undone();
        }
        catch (RuleBroken broken)
        {
            run.Fail(broken.Message, ImportState.Done);
        }
        await db.SaveChangesAsync(cancel);
    }
}
