using System.Text;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>Draws: a draft may be unfinished, but it is a BPMN file.</summary>
internal sealed class EditDefinition(WorkflowsDbContext db, DefinitionChecks checks, IAccess access, TimeProvider clock) : IScopedDependency
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The definition.</returns>
    /// <exception cref="RuleBroken">The short name is taken or doesn't fit, or the drawing is no BPMN.</exception>
    public Task<Guid> Create(string key, string name, string xml, CancellationToken cancel) => Create(key, name, xml, _ => { }, cancel);

    /// <param name="addParts">Adds what comes with it, which is saved with it.</param>
    public async Task<Guid> Create(string key, string name, string xml, Action<Guid> addParts, CancellationToken cancel)
    {
        await access.RequireEverywhere(WorkflowsPermissions.Definitions.Edit, cancel);
        RequireReadable(xml);
        if (await db.Definitions.AnyAsync(d => d.Key == key, cancel))
            throw new RuleBroken(DefinitionRules.KeyTaken, key);
        var definition = new Definition(key, name, xml);
        db.Add(definition);
        addParts(definition.Id);
        await db.SaveChangesAsync(cancel);
        return definition.Id;
    }

    /// <param name="stamp">The version the drawer saw; null where it doesn't matter.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else has drawn since.</exception>
    public async Task SaveDraft(Guid id, string name, string xml, Guid? stamp, CancellationToken cancel)
    {
        var definition = await Load(id, cancel);
        RequireReadable(xml);
        if (stamp is { } seen)
            db.ExpectVersion(definition, seen);
        definition.Rename(name);
        definition.SaveDraft(xml);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>No new cases begin; running ones go on.</summary>
    public async Task Archive(Guid id, CancellationToken cancel)
    {
        (await Load(id, cancel)).Archive(clock.Today());
        db.RemoveRange(await db.StartPoints.Where(s => s.DefinitionId == id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Cases may begin again; by the clock or a message only once it is published again.</summary>
    public async Task Restore(Guid id, CancellationToken cancel)
    {
        (await Load(id, cancel)).Restore();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The text of a file that was brought, as it is.</summary>
    /// <exception cref="RuleBroken">It is too large, not in UTF-8, or no BPMN file.</exception>
    public async Task<string> Read(Stream file, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancel)) > 0)
        {
            if (copy.Length + read > DefinitionRules.LargestFile)
                throw new RuleBroken(DefinitionRules.FileFits, DefinitionRules.LargestFile);
            copy.Write(buffer, 0, read);
        }
        try
        {
            var text = s_strict.GetString(copy.GetBuffer(), 0, (int)copy.Length);
            RequireReadable(text);
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken(DefinitionRules.NotUtf8);
        }
    }

    private void RequireReadable(string xml)
    {
        if (BpmnReader.Read(xml) is { Process: null } broken)
            throw new RuleBroken(DefinitionRules.CantBeRead, checks.Words(broken.Problems));
    }

    private async Task<Definition> Load(Guid id, CancellationToken cancel)
    {
        await access.RequireEverywhere(WorkflowsPermissions.Definitions.Edit, cancel);
        return await db.Definitions.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RecordMissing("workflow");
    }
}
