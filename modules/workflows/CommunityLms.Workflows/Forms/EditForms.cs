using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Forms;

/// <param name="Problems">What can't be carried out.</param>
internal sealed record FormRow(Guid Id, string Key, string Name, IReadOnlyList<Problem> Problems);

/// <summary>Builds the forms of a workflow. A form may be unfinished; what can't be carried out is named when it is saved, and refused when it is published.</summary>
internal sealed class EditForms(WorkflowsDbContext db, DefinitionChecks checks, IAccess access) : IScopedDependency
{
    public async Task<(Definition Definition, IReadOnlyList<FormRow> Forms)> Of(Guid definitionId, CancellationToken cancel)
    {
        var definition = await Definition(definitionId, cancel);
        var forms = await db.Forms.AsNoTracking().Where(f => f.DefinitionId == definitionId).OrderBy(f => f.Name).ThenBy(f => f.Id).ToListAsync(cancel);
        return (definition, [.. forms.Select(f => new FormRow(f.Id, f.Key, f.Name, FormReader.Read(f.Schema, f.Name).Problems))]);
    }

    /// <exception cref="RecordMissing">There is no such form in this workflow.</exception>
    public async Task<(DefinitionForm Form, ReadForm Read)> Find(Guid definitionId, Guid formId, CancellationToken cancel)
    {
        await Definition(definitionId, cancel);
        var form = await Load(definitionId, formId, cancel);
        return (form, FormReader.Read(form.Schema, form.Name));
    }

    /// <returns>The form.</returns>
    /// <exception cref="RuleBroken">The short name is taken or doesn't fit, or there are too many forms.</exception>
    public async Task<Guid> Add(Guid definitionId, string key, string name, CancellationToken cancel)
    {
        await Definition(definitionId, cancel);
        var taken = await db.Forms.Where(f => f.DefinitionId == definitionId).Select(f => f.Key).ToListAsync(cancel);
        if (taken.Contains(key))
            throw new RuleBroken(FormRules.KeyTaken, key);
        if (taken.Count >= FormRules.MostForms)
            throw new RuleBroken(FormRules.TooMany, FormRules.MostForms);
        var form = new DefinitionForm(definitionId, key, name);
        db.Add(form);
        await db.SaveChangesAsync(cancel);
        return form.Id;
    }

    /// <param name="stamp">The version the editor saw.</param>
    /// <returns>What can't be carried out.</returns>
    /// <exception cref="RuleBroken">The name doesn't fit, or the text is no form.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else has saved since.</exception>
    public async Task<IReadOnlyList<Problem>> Save(Guid definitionId, Guid formId, string name, string schema, Guid stamp, CancellationToken cancel)
    {
        await Definition(definitionId, cancel);
        var form = await Load(definitionId, formId, cancel);
        var read = FormReader.Read(schema, name);
        if (read.Form is null)
            throw new RuleBroken(FormRules.CantBeRead, checks.Words(read.Problems));
        db.ExpectVersion(form, stamp);
        form.Change(name, schema);
        await db.SaveChangesAsync(cancel);
        return read.Problems;
    }

    /// <summary>Versions that were published with it keep theirs.</summary>
    public async Task Delete(Guid definitionId, Guid formId, CancellationToken cancel)
    {
        await Definition(definitionId, cancel);
        db.Remove(await Load(definitionId, formId, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Definition> Definition(Guid id, CancellationToken cancel)
    {
        await access.RequireEverywhere(WorkflowsPermissions.Definitions.Edit, cancel);
        return await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RecordMissing("workflow");
    }

    private async Task<DefinitionForm> Load(Guid definitionId, Guid formId, CancellationToken cancel) =>
        await db.Forms.SingleOrDefaultAsync(f => f.Id == formId && f.DefinitionId == definitionId, cancel) ?? throw new RecordMissing("form");
}
