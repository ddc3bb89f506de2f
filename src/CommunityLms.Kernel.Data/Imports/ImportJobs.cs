using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tabular;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>Reads a run's rows and has its importer plan them.</summary>
internal static class ImportPlanning
{
    public const int Batch = 500;

    public static async Task<List<PlannedRow>> Plan(this ImportRuns imports, ImportRun run, IImporter importer, IJobContext job, CancellationToken cancel)
    {
        var table = await imports.Open(run, cancel);
        var mapping = run.MappingOf(table.Header.Cells, await importer.Columns(cancel));
        await job.Report(0, run.Rows, "Checking rows", cancel);
        var rows = table.Rows.Select(r => TypedRow.Read(r, mapping)).ToList();
        var planned = new List<PlannedRow>(rows.Count);
        await foreach (var row in importer.Plan(rows, cancel))
        {
            planned.Add(row);
            if (planned.Count % Batch == 0)
                await job.Report(planned.Count, rows.Count, "Checking rows", cancel);
        }
        return planned;
    }
}

/// <summary>Checks every row and keeps what would happen; changes nothing.</summary>
internal sealed class CheckImport(ImportRuns imports, KernelDbContext db) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(args.RunId, cancel);
        if (run.State != ImportState.Checking)
            return;
        try
        {
            run.Checked(await imports.Plan(run, importer, job, cancel));
        }
        catch (TableRefused refused)
        {
            run.Fail(KeptProblem.Of(refused));
        }
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>
/// Carries the rows out in batches, each a short transaction, so that others can work meanwhile. Killed, it begins again and finds the rows
/// already done to be the same. Cancelled or failed, it takes back what was done.
/// </summary>
internal sealed class ApplyImport(ImportRuns imports, KernelDbContext db, ChangeSets changeSets, ChangeSetUndo undo, IHostApplicationLifetime host) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(args.RunId, cancel);
        // A job may be run twice; what is done, or was undone since, stays so.
        if (run.State != ImportState.Applying)
            return;
        try
        {
            var planned = await imports.Plan(run, importer, job, cancel);
            if (!run.OnlyGood && planned.Exists(r => r.Fate == RowFate.Bad))
            {
                // What is stored has changed since the check: all or nothing means nothing.
                await TakeBack(run, ImportState.Checked, failure: null);
                run.Checked(planned);
            }
            else
            {
                await Apply(run, importer, planned, job, cancel);
                run.Applied();
            }
            await db.SaveChangesAsync(CancellationToken.None);
            // Thousands of rows may have come, and the night is far.
            await db.Database.CountTables(CancellationToken.None);
        }
        catch (OperationCanceledException) when (!host.ApplicationStopping.IsCancellationRequested)
        {
            await TakeBack(run, ImportState.Checked, new RuleBroken(ImportRules.Stopped));
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
        catch (Exception fault) when (!host.ApplicationStopping.IsCancellationRequested && run.State == ImportState.Applying)
        {
            var failure = fault as RuleBroken ?? new RuleBroken(ImportRules.Broke, fault.GetBaseException().Message);
            await TakeBack(run, ImportState.Failed, failure);
            await db.SaveChangesAsync(CancellationToken.None);
            throw failure;
        }
    }

    private async Task Apply(ImportRun run, IImporter importer, List<PlannedRow> planned, IJobContext job, CancellationToken cancel)
    {
        using var _ = changeSets.Begin(run.ChangeSetId!.Value);
        var rows = planned.Where(r => r.Fate is RowFate.Add or RowFate.Change).ToList();
        var done = 0;
        foreach (var batch in rows.Chunk(ImportPlanning.Batch))
        {
            await job.Report(done, rows.Count, "Importing rows", cancel);
            await importer.Apply(batch, cancel);
            done += batch.Length;
        }
    }

    /// <summary>Not to be stopped: half an import is worse than a late one.</summary>
    private async Task TakeBack(ImportRun run, ImportState state, RuleBroken? failure)
    {
        await undo.Undo(run.ChangeSetId!.Value, run.UndoSetId!.Value, job: null, CancellationToken.None);
        run.TakenBack(state, failure is null ? null : KeptProblem.Of(failure));
    }
}

/// <summary>Takes an import back, wholly or not at all.</summary>
internal sealed class UndoImport(ImportRuns imports, KernelDbContext db, ChangeSetUndo undo) : IJob<ImportArgs>
{
    public async Task Run(ImportArgs args, IJobContext job, CancellationToken cancel)
    {
        var (run, _) = await imports.Find(args.RunId, cancel);
        if (run.State != ImportState.Undoing)
            return;
        try
        {
            await undo.Undo(run.ChangeSetId!.Value, run.UndoSetId!.Value, job, cancel);
            run.TakenBack(ImportState.Undone, failure: null);
        }
        catch (RuleBroken broken)
        {
            run.UndoRefused(KeptProblem.Of(broken));
        }
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
