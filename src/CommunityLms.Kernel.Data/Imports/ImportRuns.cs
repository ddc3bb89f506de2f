using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>What a person does with an import: bring a file, say what its columns are, let it be checked, apply it, undo it.</summary>
public sealed class ImportRuns(KernelDbContext db, IServiceProvider services, IAccess access, IFileStore files, IJobs jobs, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const int Shown = 20;

    /// <exception cref="RecordMissing">No module imports anything of this name.</exception>
    /// <exception cref="AccessDenied">The person may not import it.</exception>
    public async Task<IImporter> Importer(string name, CancellationToken cancel)
    {
        var importer = services.Contributions<IImporter>().FirstOrDefault(i => i.Name == name) ?? throw new RecordMissing("import");
        return await access.May(importer.Permission, cancel) ? importer : throw new AccessDenied(importer.Permission);
    }

    /// <exception cref="RecordMissing">There is no such import for this person.</exception>
    /// <exception cref="AccessDenied">The person may not import this any more.</exception>
    public async Task<(ImportRun Run, IImporter Importer)> Find(Guid runId, CancellationToken cancel)
    {
        var run = await db.Imports.SingleOrDefaultAsync(r => r.Id == runId, cancel) ?? throw new RecordMissing("import");
        var importer = await Importer(run.Importer, cancel);
        return await (await Visible(importer, cancel)).AnyAsync(r => r.Id == runId, cancel) ? (run, importer) : throw new RecordMissing("import");
    }

    /// <summary>The newest imports of a kind.</summary>
    public async Task<List<ImportRun>> Recent(IImporter importer, CancellationToken cancel) =>
        await (await Visible(importer, cancel)).AsNoTracking().Where(r => r.Importer == importer.Name).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(Shown).ToListAsync(cancel);

    /// <summary>Takes a file in. It is read to its end first, so that a file that is no table is refused before it is kept.</summary>
    /// <param name="content">The upload; must be seekable.</param>
    /// <exception cref="TableRefused">It is no table.</exception>
    public async Task<ImportRun> Bring(IImporter importer, Stream content, string fileName, CancellationToken cancel)
    {
        var table = await TableFile.Open(content, fileName, TableLimits.Default, cancel);
        var rows = table.Rows.Count();
        if (rows == 0)
            throw new TableRefused(TableProblem.Empty);
        content.Position = 0;
        var stored = await files.Save(content, fileName, FilePolicy.Tables, cancel);
        var run = new ImportRun(importer.Name, stored.Id, stored.Name, rows, user.Actor, clock.GetUtcNow().UtcDateTime);
        db.Add(run);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    /// <summary>The file of a run, its headings read.</summary>
    public async Task<TableFile> Open(ImportRun run, CancellationToken cancel)
    {
        await using var content = await files.Open(run.FileId, cancel);
        return await TableFile.Open(content, run.FileName, TableLimits.Default, cancel);
    }

    /// <summary>The file as it was brought.</summary>
    public Task<Stream> Download(ImportRun run, CancellationToken cancel) => files.Open(run.FileId, cancel);

    /// <summary>Keeps the mapping and has every row checked.</summary>
    public Task Check(ImportRun run, ColumnMapping mapping, CancellationToken cancel)
    {
        run.Map(mapping);
        return Start(run, cancel);
    }

    /// <param name="onlyGood">Import the good rows although others are bad.</param>
    /// <exception cref="RuleBroken">It isn't checked, has bad rows, or another import of the institute is under way.</exception>
    public Task Apply(ImportRun run, bool onlyGood, CancellationToken cancel)
    {
        run.BeginApply(onlyGood);
        return Start(run, cancel);
    }

    /// <exception cref="RuleBroken">There is nothing to undo, or another import of the institute is under way.</exception>
    public async Task Undo(ImportRun run, CancellationToken cancel)
    {
        run.BeginUndo(await HasStopped(run, cancel));
        await Start(run, cancel);
    }

    /// <summary>Goes on with a run whose job was cancelled or killed for good.</summary>
    /// <exception cref="RuleBroken">Its job goes on by itself.</exception>
    public async Task Resume(ImportRun run, CancellationToken cancel)
    {
        if (!await HasStopped(run, cancel))
            throw new RuleBroken(ImportRules.NotStopped);
        await Start(run, cancel);
    }

    /// <summary>Somebody has to decide how it goes on: a job should work on it, but none does.</summary>
    public async Task<bool> HasStopped(ImportRun run, CancellationToken cancel)
    {
        if (!run.IsUnderWay || await Job(run, cancel) is { State: not (JobState.Done or JobState.Failed or JobState.Cancelled) })
            return false;
        // The job may have ended since the run was read; then the run has its result by now.
        await db.Entry(run).ReloadAsync(cancel);
        return run.IsUnderWay;
    }

    /// <summary>The job that works on it, or did last.</summary>
    public async Task<JobStatus?> Job(ImportRun run, CancellationToken cancel) => run.JobId is { } job ? await jobs.Find(job, cancel) : null;

    /// <summary>The state is saved before the job can begin, the job's id after: a job may be quicker than this.</summary>
    private async Task Start(ImportRun run, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception conflict) when (conflict is ChangedMeanwhile or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            throw new RuleBroken(conflict is ChangedMeanwhile ? ImportRules.UnderWay : ImportRules.AnotherUnderWay);
        }
        var args = new ImportArgs(run.Id);
        var job = run.State switch
        {
            ImportState.Checking => await jobs.Enqueue<CheckImport, ImportArgs>("Check an import", args, cancel),
            ImportState.Applying => await jobs.Enqueue<ApplyImport, ImportArgs>("Import a file", args, cancel),
            _ => await jobs.Enqueue<UndoImport, ImportArgs>("Undo an import", args, cancel),
        };
        await db.Imports.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.JobId, job), cancel);
    }

    /// <summary>A file may name people beyond the reach of others who import: beside the one who brought it, only those who reach everybody see it.</summary>
    private async Task<IQueryable<ImportRun>> Visible(IImporter importer, CancellationToken cancel)
    {
        var account = user.Actor?.AccountId;
        return (await access.ScopeOf(importer.Permission, cancel)).Everything ? db.Imports : db.Imports.Where(r => r.AccountId == account);
    }
}

internal sealed record ImportArgs(Guid RunId);
