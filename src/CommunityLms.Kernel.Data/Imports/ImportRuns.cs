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
    /// <exception cref="RecordMissing">No module imports anything of this name.</exception>
    /// <exception cref="AccessDenied">The person may not import it.</exception>
    public async Task<IImporter> Importer(string name, CancellationToken cancel)
    {
        var importer = services.Contributions<IImporter>().FirstOrDefault(i => i.Name == name) ?? throw new RecordMissing("import");
        return await access.May(importer.Permission, cancel) ? importer : throw new AccessDenied(importer.Permission);
    }

    public async Task<(ImportRun Run, IImporter Importer)> Find(Guid runId, CancellationToken cancel)
    {
        var run = await db.Imports.SingleOrDefaultAsync(r => r.Id == runId, cancel) ?? throw new RecordMissing("import");
        return (run, await Importer(run.Importer, cancel));
    }

    /// <summary>The newest imports of a kind.</summary>
    public Task<List<ImportRun>> Recent(string importer, CancellationToken cancel) =>
        db.Imports.AsNoTracking().Where(r => r.Importer == importer).OrderByDescending(r => r.Id).Take(20).ToListAsync(cancel);

    /// <summary>Takes a file in. It is read through once, so that a file that is no table is refused now and not later.</summary>
    public async Task<ImportRun> Bring(IImporter importer, Stream content, string fileName, CancellationToken cancel)
    {
        var stored = await files.Save(content, fileName, FilePolicy.Tables, cancel);
        await Open(stored.Id, stored.Name, cancel);
        var run = new ImportRun(importer.Name, stored.Id, stored.Name, user.Actor?.Name ?? "System", clock.GetUtcNow().UtcDateTime);
        db.Add(run);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    /// <summary>The file of a run, its headings read.</summary>
    /// <exception cref="TableRefused">It is no table.</exception>
    public async Task<TableFile> Open(Guid fileId, string fileName, CancellationToken cancel)
    {
        await using var content = await files.Open(fileId, cancel);
        return await TableFile.Open(content, fileName, TableLimits.Default, cancel);
    }

    /// <summary>Keeps the mapping and has every row checked.</summary>
    public async Task Check(ImportRun run, ColumnMapping mapping, CancellationToken cancel)
    {
        run.Map(mapping);
        await Queue<CheckImport>(run, ImportState.Checking, "Check an import", onlyGood: false, cancel);
    }

    /// <param name="onlyGood">Import the good rows although others are bad.</param>
    public async Task Apply(ImportRun run, bool onlyGood, CancellationToken cancel)
    {
        if (run.State != ImportState.Checked)
            throw new RuleBroken(ImportRules.NotChecked);
        if (run.Bad > 0 && !onlyGood)
            throw new RuleBroken(ImportRules.HasBadRows, run.Bad);
        await Queue<ApplyImport>(run, ImportState.Applying, "Import a file", onlyGood, cancel);
    }

    public async Task Undo(ImportRun run, CancellationToken cancel)
    {
        if (run.State != ImportState.Done)
            throw new RuleBroken(ImportRules.NotDone);
        await Queue<UndoImport>(run, ImportState.Undoing, "Undo an import", onlyGood: false, cancel);
    }

    /// <summary>The state is saved with the job's id before the job can begin.</summary>
    private async Task Queue<TJob>(ImportRun run, ImportState state, string title, bool onlyGood, CancellationToken cancel) where TJob : IJob<ImportArgs>
    {
        run.Queue(state, Guid.Empty);
        await db.SaveChangesAsync(cancel);
        run.Queue(state, await jobs.Enqueue<TJob, ImportArgs>(title, new(run.Id, onlyGood), cancel));
        await db.Imports.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.JobId, run.JobId), cancel);
    }
}

/// <param name="OnlyGood">Leave the bad rows out instead of importing nothing.</param>
internal sealed record ImportArgs(Guid RunId, bool OnlyGood);
